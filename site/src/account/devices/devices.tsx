import { useState } from 'preact/hooks';
import type { AuthSession } from '../../../../workers/contract/auth.ts';
import { fill } from '../../layouts/fill.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { Confirm } from '../shell/dialog.tsx';
import { minute, page, words } from '../shell/page.ts';
import { Button, Outcome } from '../shell/ui.tsx';

const t = words<typeof import('../../locales/ko/settings.json')['devices']>();

/** Every sign-in of the account, this one first. */
export function Devices({ data }: { data: AuthSession[] }) {
  const [all, setAll] = useState(data);
  const [asking, ask] = useState(false);
  const act = useAct();
  const sorted = [...all].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  const end = ({ id, device }: AuthSession) =>
    act.run(async () => {
      await call('DELETE', `/auth/sessions/${id}`);
      setAll(all.filter((one) => one.id !== id));
      return fill(t.ended, { device });
    });
  const endAll = () => {
    ask(false);
    void act.run(async () => {
      await call('POST', '/auth/logout-all', {});
      location.assign(page.paths.signIn);
    });
  };
  return (
    <>
      <ul class="border-t-2 border-ink">
        {sorted.map((one) => (
          <Row key={one.id} {...{ one }} busy={act.busy} onEnd={() => end(one)} />
        ))}
      </ul>
      <Outcome {...{ act }} />
      {all.length === 1 && <p class="mb-4">{t.only}</p>}
      <Button look="danger" onClick={() => ask(true)} busy={act.busy}>
        {t.endAll}
      </Button>
      {asking && (
        <Confirm
          title={t.endAllTitle}
          text={t.endAllText}
          yes={t.endAllYes}
          onYes={endAll}
          onNo={() => ask(false)}
        />
      )}
    </>
  );
}

function Row({ one, busy, onEnd }: { one: AuthSession; busy: boolean; onEnd: () => void }) {
  const { device, place, client, current, createdAt, lastSeenAt } = one;
  return (
    <li class="flex flex-col gap-4 border-b border-line py-5 md:flex-row md:items-center md:justify-between">
      <div>
        <h2 class="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          {device}
          {current && (
            <span class="rounded-full bg-egen-pale px-3 py-1 text-xs font-extrabold text-egen-ink">
              {t.current}
            </span>
          )}
        </h2>
        <p class="text-sm text-soft">
          {[client === 'native' && t.app, place ?? t.unknownPlace, fill(t.since, { date: minute(createdAt) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p class="text-sm text-soft">{fill(t.seen, { date: minute(lastSeenAt) })}</p>
      </div>
      {!current && (
        <div>
          <Button look="line" aria-label={fill(t.endNamed, { device })} onClick={onEnd} {...{ busy }}>
            {t.end}
          </Button>
        </div>
      )}
    </li>
  );
}
