import { useEffect, useState } from 'preact/hooks';
import type { Export, Exports } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import { call, fetchFile } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { minute, size } from '../shell/page.ts';
import { save } from '../shell/save.ts';
import { Button, Outcome } from '../shell/ui.tsx';

const POLL_MS = 2500;

interface Props {
  t: typeof import('../../locales/ko/settings.json')['data']['export'];
  exports: Export[];
}

const under = (one: Export | undefined): boolean => one?.state === 'queued' || one?.state === 'building';

/** Asks for everything as one file, watches it being made, downloads it. */
export function Exporting({ t, exports }: Props) {
  const [all, setAll] = useState(exports);
  const act = useAct();
  const newest = [...all].sort((a, b) => b.requestedAt.localeCompare(a.requestedAt))[0];
  const waiting = under(newest);

  useEffect(() => {
    if (!waiting) return;
    const look = () =>
      call<Exports>('GET', '/users/me/exports').then(
        ({ items }) => setAll(items),
        () => {},
      );
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [waiting]);

  const ask = () =>
    act.run(async () => {
      const begun = await call<Export>('POST', '/users/me/exports', {});
      setAll([begun, ...all.filter(({ id }) => id !== begun.id)]);
    });
  const download = ({ id, readyAt, requestedAt }: Export) =>
    act.run(async () => {
      const file = await fetchFile(`/users/me/exports/${id}`);
      save(file, `teto-egen-${(readyAt ?? requestedAt).slice(0, 10)}.zip`);
      return t.downloaded;
    });

  return (
    <>
      {newest && (
        <div class="mb-5 max-w-[38rem] rounded-md bg-sheet p-5 shadow-sheet" data-export={newest.state}>
          <p class="flex items-center gap-3 font-extrabold" role="status">
            <span class={`size-3.5 shrink-0 rounded-full ${dot[newest.state]}`} aria-hidden="true" />
            {t.states[newest.state]}
            {newest.bytes !== null && newest.state === 'ready' && ` · ${size(newest.bytes)}`}
          </p>
          {waiting && <progress class="mt-3 h-2 w-full accent-ink" aria-label={t.states[newest.state]} />}
          <p class="mt-1 text-sm text-soft">
            {fill(t.asked, { date: minute(newest.requestedAt) })}
            {newest.state === 'ready' && newest.expiresAt && (
              <> · {fill(t.expires, { date: minute(newest.expiresAt) })}</>
            )}
          </p>
          {waiting && <p class="mt-2 text-sm">{t.wait}</p>}
          {newest.state === 'ready' && (
            <Button class="mt-4" onClick={() => download(newest)} busy={act.busy}>
              {t.download}
            </Button>
          )}
        </div>
      )}
      {!waiting && (
        <Button look={newest?.state === 'ready' ? 'line' : 'solid'} onClick={ask} busy={act.busy}>
          {newest ? t.again : t.ask}
        </Button>
      )}
      <Outcome {...{ act }} />
    </>
  );
}

const dot = {
  queued: 'bg-between',
  building: 'bg-between',
  ready: 'bg-egen',
  failed: 'bg-teto',
  expired: 'bg-edge',
};
