import { useState } from 'preact/hooks';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { Field } from '../shell/fields.tsx';
import { Button, Outcome, Part } from '../shell/ui.tsx';
import type { PartProps } from './part.ts';
import { t as all } from './words.ts';

const { password: t } = all;

/** A new password; the current one is asked for where there is one. */
export function Password({ user, changed }: PartProps) {
  const act = useAct({ current: ['credentials_wrong'], password: ['password_common'] });
  const [round, next] = useState(0);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
    void act.run(async () => {
      await call('PUT', '/auth/password', body);
      await changed();
      next(round + 1);
      return t.saved;
    });
  };
  return (
    <Part title={t.title} text={user.hasPassword ? t.text : t.none}>
      <form class="grid gap-5" method="post" onSubmit={submit} ref={act.form as never} key={round}>
        <input type="hidden" autocomplete="username" value={user.email} />
        {user.hasPassword && (
          <Field
            label={t.current}
            name="current"
            type="password"
            autocomplete="current-password"
            required
            {...{ act }}
          />
        )}
        <Field
          label={t.new}
          hint={t.hint}
          name="password"
          type="password"
          autocomplete="new-password"
          minLength={8}
          maxLength={512}
          required
          {...{ act }}
        />
        <div>
          <Button type="submit" busy={act.busy}>
            {user.hasPassword ? t.save : t.add}
          </Button>
        </div>
      </form>
      <Outcome {...{ act }} />
    </Part>
  );
}
