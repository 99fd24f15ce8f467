import { useEffect, useState } from 'preact/hooks';
import type { PasskeyOptions } from '../../../../workers/contract/auth.ts';
import { call, whoAmI } from '../api.ts';
import { useAct } from './act.ts';
import { Dialog } from './dialog.tsx';
import { CodeField, Field } from './fields.tsx';
import { page, signInPath } from './page.ts';
import { onProof } from './prove.ts';
import { Button, Go, Outcome } from './ui.tsx';

type Way = 'password' | 'totp' | 'passkey' | 'again';

/** Asks again who is there whenever the API wants to know: by the second factor where there is one, else by password. */
export function ProofDialog() {
  const [ways, setWays] = useState<Way[]>([]);
  const [settle, setSettle] = useState<{ with: (proved: boolean) => void }>();
  useEffect(
    () =>
      onProof(async () => {
        const user = await whoAmI();
        if (!user) return false;
        const has: Way[] = [];
        if (user.mfa.totp) has.push('totp');
        if (user.mfa.passkeys > 0) has.push('passkey');
        if (has.length === 0 && user.hasPassword) has.push('password');
        setWays(has.length > 0 ? has : ['again']);
        return new Promise<boolean>((resolve) => setSettle({ with: resolve }));
      }),
    [],
  );
  if (!settle) return null;
  const close = (proved: boolean) => {
    setSettle(undefined);
    settle.with(proved);
  };
  return <Proof {...{ ways, close }} />;
}

function Proof({ ways, close }: { ways: Way[]; close: (proved: boolean) => void }) {
  const t = page.shell.prove;
  const way = ways.find((one) => one !== 'passkey') ?? 'passkey';
  const act = useAct({ proof: ['credentials_wrong', 'code_wrong'] });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { proof } = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
    const body = way === 'totp' ? { totp: String(proof).replace(/\D/g, '') } : { password: proof };
    void act.run(async () => {
      await call('POST', '/auth/reauthenticate', body);
      close(true);
    });
  };
  const byPasskey = () =>
    act.run(async () => {
      const { askPasskey } = await import('../passkey.ts');
      const begun = await call<PasskeyOptions>('POST', '/auth/passkeys/login/options', {});
      const passkey = await askPasskey(begun);
      if (!passkey) return t.dismissed;
      await call('POST', '/auth/reauthenticate', { challenge: begun.challenge, passkey });
      close(true);
    });

  return (
    <Dialog title={t.title} text={way === 'again' ? t.again : t.text} onClose={() => close(false)}>
      {(way === 'password' || way === 'totp') && (
        <form class="mt-5 grid gap-4" method="post" onSubmit={submit} ref={act.form as never}>
          {way === 'totp' ? (
            <CodeField label={t.totp} name="proof" {...{ act }} />
          ) : (
            <Field
              label={t.password}
              name="proof"
              type="password"
              autocomplete="current-password"
              required
              autofocus
              {...{ act }}
            />
          )}
          <div class="flex flex-wrap gap-3">
            <Button type="submit" busy={act.busy}>
              {t.confirm}
            </Button>
            <Button look="line" onClick={() => close(false)}>
              {t.cancel}
            </Button>
          </div>
        </form>
      )}
      <Outcome {...{ act }} />
      <div class="flex flex-wrap gap-3">
        {ways.includes('passkey') && (
          <Button look={way === 'passkey' ? 'solid' : 'plain'} onClick={byPasskey} busy={act.busy}>
            {t.passkey}
          </Button>
        )}
        {way === 'again' && <Go href={signInPath()}>{t.signIn}</Go>}
        {(way === 'again' || way === 'passkey') && (
          <Button look="line" onClick={() => close(false)}>
            {t.cancel}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
