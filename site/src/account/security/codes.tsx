import { useState } from 'preact/hooks';
import type { RecoveryCodes } from '../../../../workers/contract/auth.ts';
import { fill } from '../../layouts/fill.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { Confirm, Dialog } from '../shell/dialog.tsx';
import { day } from '../shell/page.ts';
import { save } from '../shell/save.ts';
import { Button, Outcome, Part } from '../shell/ui.tsx';
import type { PartProps } from './part.ts';
import { t as all } from './words.ts';

const { codes: t } = all;

/** Recovery codes, shown once: to copy, to save, to print. Closed only by saying that they are kept. */
export function Codes({ codes, email, onKept }: RecoveryCodes & { email: string; onKept: () => void }) {
  const act = useAct();
  const lines = [fill(t.fileHead, { email, date: day(new Date().toISOString()) }), '', ...codes, ''].join(
    '\n',
  );
  const copy = () =>
    act.run(async () => {
      await navigator.clipboard.writeText(codes.join('\n'));
      return t.copied;
    });
  return (
    <Dialog title={t.shownTitle} text={t.shownText}>
      <ol class="print-only mt-5 grid grid-cols-1 gap-x-8 gap-y-1 rounded-md bg-sunk p-5 text-lg font-extrabold tabular-nums sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code class="font-sans tracking-wider">{code}</code>
          </li>
        ))}
      </ol>
      <div class="print-hide mt-5 flex flex-wrap gap-3">
        <Button look="line" onClick={() => void copy()}>
          {t.copy}
        </Button>
        <Button
          look="line"
          onClick={() => save(new Blob([lines], { type: 'text/plain;charset=utf-8' }), t.file)}
        >
          {t.download}
        </Button>
        <Button look="line" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      <div class="print-hide">
        <Outcome {...{ act }} />
        <Button class="mt-3 w-full" onClick={onKept}>
          {t.kept}
        </Button>
      </div>
    </Dialog>
  );
}

/** How many are left, and new ones. */
export function RenewCodes({ user, changed, showCodes }: PartProps) {
  const [asking, ask] = useState(false);
  const act = useAct();
  const { totp, passkeys, recoveryCodes } = user.mfa;
  const renew = () => {
    ask(false);
    void act.run(async () => {
      const { codes } = await call<RecoveryCodes>('POST', '/auth/mfa/recovery-codes', {});
      await changed();
      showCodes(codes);
    });
  };
  const some = totp || passkeys > 0;
  return (
    <Part title={t.title} text={some ? fill(t.left, { n: recoveryCodes }) : t.none}>
      {some && (
        <>
          <Button look="line" onClick={() => ask(true)} busy={act.busy}>
            {t.renew}
          </Button>
          <Outcome {...{ act }} />
        </>
      )}
      {asking && (
        <Confirm
          title={t.renewTitle}
          text={t.renewText}
          yes={t.renew}
          onYes={renew}
          onNo={() => ask(false)}
        />
      )}
    </Part>
  );
}
