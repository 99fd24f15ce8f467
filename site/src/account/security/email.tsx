import { useState } from 'preact/hooks';
import type { CodeSent } from '../../../../workers/contract/auth.ts';
import { fill } from '../../layouts/fill.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { CodeField, Field } from '../shell/fields.tsx';
import { Button, Outcome, Part } from '../shell/ui.tsx';
import type { PartProps } from './part.ts';
import { t as all } from './words.ts';

const { email: t } = all;

/** Another address: a code goes there, and only what comes back changes it. */
export function Email({ user, changed }: PartProps) {
  const [sent, setSent] = useState<{ challenge: string; email: string } | null>(null);
  const act = useAct({ email: ['email_taken'], code: ['code_wrong'] });
  const value = (event: SubmitEvent, name: string): string => {
    event.preventDefault();
    return String(new FormData(event.currentTarget as HTMLFormElement).get(name) ?? '').trim();
  };
  const ask = (event: SubmitEvent) => {
    const email = value(event, 'email');
    void act.run(async () => {
      const { challenge } = await call<CodeSent>('PUT', '/auth/email', { email });
      setSent({ challenge, email });
    });
  };
  const confirm = (event: SubmitEvent) => {
    const code = value(event, 'code').replace(/\D/g, '');
    void act.run(async () => {
      await call('POST', '/auth/email/confirm', { challenge: sent?.challenge, code });
      setSent(null);
      await changed();
      return t.changed;
    });
  };
  return (
    <Part title={t.title} text={fill(t.text, { email: user.email })}>
      {sent ? (
        <form class="grid gap-5" method="post" onSubmit={confirm} ref={act.form as never} key="code">
          <p class="max-w-[38rem]" role="status">
            {fill(t.sent, { email: sent.email })}
          </p>
          <CodeField label={t.code} {...{ act }} />
          <div class="flex flex-wrap gap-3">
            <Button type="submit" busy={act.busy}>
              {t.confirm}
            </Button>
            <Button look="plain" onClick={() => setSent(null)}>
              {t.other}
            </Button>
          </div>
        </form>
      ) : (
        <form class="grid gap-5" method="post" onSubmit={ask} ref={act.form as never} key="address">
          <Field
            label={t.new}
            name="email"
            type="email"
            autocomplete="email"
            maxLength={254}
            required
            {...{ act }}
          />
          <div>
            <Button type="submit" busy={act.busy}>
              {t.send}
            </Button>
          </div>
        </form>
      )}
      <Outcome {...{ act }} />
    </Part>
  );
}
