import { useState } from 'preact/hooks';
import type { RecoveryCodes, TotpSetup } from '../../../../workers/contract/auth.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { Confirm } from '../shell/dialog.tsx';
import { CodeField } from '../shell/fields.tsx';
import { page } from '../shell/page.ts';
import { Button, Go, Outcome, Part } from '../shell/ui.tsx';
import type { PartProps } from './part.ts';
import { t as all } from './words.ts';

const { totp: t } = all;

interface Begun extends TotpSetup {
  /** Path of the dark squares, and how many there are a side. */
  qr: { path: string; side: number };
}

/** An authenticator app: the picture or the letters go in, a code comes back. */
export function Totp({ user, changed, showCodes }: PartProps) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [asking, ask] = useState(false);
  const act = useAct({ code: ['code_wrong'] });
  const begin = () =>
    act.run(async () => {
      const setup = await call<TotpSetup>('POST', '/auth/mfa/setup', {});
      const { qrPath } = await import('./qr.ts');
      setBegun({ ...setup, qr: qrPath(setup.uri) });
    });
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget as HTMLFormElement).get('code')).replace(/\D/g, '');
    void act.run(async () => {
      const answer = await call<RecoveryCodes | undefined>('POST', '/auth/mfa/confirm', { code });
      setBegun(null);
      await changed();
      if (answer?.codes.length) showCodes(answer.codes);
      return t.confirmed;
    });
  };
  const disable = () => {
    ask(false);
    void act.run(async () => {
      await call('DELETE', '/auth/mfa');
      await changed();
      return t.disabled;
    });
  };
  const { totp } = user.mfa;
  return (
    <Part title={t.title} text={totp ? t.on : t.off}>
      {begun && !totp ? (
        <SetUp {...{ begun, act, confirm }} onCancel={() => setBegun(null)} />
      ) : (
        <Button
          look={totp ? 'danger' : 'solid'}
          busy={act.busy}
          onClick={totp ? () => ask(true) : () => void begin()}
        >
          {totp ? t.disable : t.begin}
        </Button>
      )}
      <Outcome {...{ act }} />
      {asking && (
        <Confirm
          title={t.disableTitle}
          text={t.disableText}
          yes={t.disable}
          onYes={disable}
          onNo={() => ask(false)}
        />
      )}
    </Part>
  );
}

interface SetUpProps {
  begun: Begun;
  act: ReturnType<typeof useAct>;
  confirm: (event: SubmitEvent) => void;
  onCancel: () => void;
}

function SetUp({ begun, act, confirm, onCancel }: SetUpProps) {
  const { secret, uri, qr } = begun;
  return (
    <div class="grid gap-6 md:grid-cols-[15rem_1fr]">
      <div>
        <p class="mb-3">{t.scan}</p>
        {/* Dark on white whatever the theme: cameras want it so. */}
        <svg
          viewBox={`-4 -4 ${qr.side + 8} ${qr.side + 8}`}
          class="block w-full max-w-[15rem] rounded-sm"
          role="img"
          aria-label={t.qr}
          shape-rendering="crispEdges"
        >
          <rect x="-4" y="-4" width={qr.side + 8} height={qr.side + 8} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
      </div>
      <form class="grid content-start gap-5" method="post" onSubmit={confirm} ref={act.form as never}>
        <div>
          <p>{t.secret}</p>
          <p class="mt-2 font-extrabold tracking-wider break-all select-all" data-secret>
            {secret.match(/.{1,4}/g)?.join(' ')}
          </p>
          <Go look="plain" class="mt-2 -ml-[min(1.25rem,5vw)] md:hidden" href={uri}>
            {t.open}
          </Go>
        </div>
        <CodeField label={t.code} {...{ act }} />
        <div class="flex flex-wrap gap-3">
          <Button type="submit" busy={act.busy}>
            {t.confirm}
          </Button>
          <Button look="plain" onClick={onCancel}>
            {page.shell.cancel}
          </Button>
        </div>
      </form>
    </div>
  );
}
