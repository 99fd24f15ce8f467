import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { FormDialog } from '../shell/dialog.tsx';
import { Field } from '../shell/fields.tsx';
import { day, page } from '../shell/page.ts';
import { Button, Go, Outcome } from '../shell/ui.tsx';

type Words = typeof import('../../locales/ko/settings.json')['data']['delete'];

/** Deletes the account once the word is typed. */
export function DeleteAccount({ t, onGone }: { t: Words; onGone: (user: Account) => void }) {
  const [asking, ask] = useState(false);
  const [typed, type] = useState('');
  const act = useAct();
  const { word } = t;
  const close = () => {
    ask(false);
    type('');
  };
  const send = () => {
    close();
    void act.run(async () => onGone(await call<Account>('DELETE', '/users/me')));
  };
  return (
    <>
      <Button look="danger" onClick={() => ask(true)} busy={act.busy}>
        {t.begin}
      </Button>
      <Outcome {...{ act }} />
      {asking && (
        <FormDialog
          title={t.confirmTitle}
          text={fill(t.confirmText, { word })}
          yes={t.yes}
          disabled={typed.trim().toLowerCase() !== word}
          onClose={close}
          onSend={send}
        >
          <Field
            label={fill(t.type, { word })}
            name="word"
            autocomplete="off"
            autocapitalize="none"
            autofocus
            onInput={(event) => type(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  );
}

/** Deleted, and signed out everywhere: how to come back. */
export function Gone({ t, user }: { t: Words; user: Account }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="max-w-[44rem] rounded-lg bg-between-pale p-6 md:p-9" aria-labelledby="gone">
      <h2 class="text-xl outline-none" id="gone" tabIndex={-1} ref={heading}>
        {t.doneTitle}
      </h2>
      <p class="mt-2">{fill(t.doneText, { date: user.deleteAfter ? day(user.deleteAfter) : '' })}</p>
      <div class="mt-6 flex flex-wrap gap-3">
        <Go href={`${page.paths.signIn}?to=${encodeURIComponent(page.paths.account)}`}>{t.signIn}</Go>
        <Go look="line" href={page.paths.home}>
          {t.home}
        </Go>
      </div>
    </section>
  );
}
