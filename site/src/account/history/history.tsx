import { useState } from 'preact/hooks';
import type { OwnProfile } from '../../../../workers/contract/profiles.ts';
import { fill } from '../../layouts/fill.ts';
import { removeResult } from '../../test/results.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { page } from '../shell/page.ts';
import { Go, Outcome, Part } from '../shell/ui.tsx';
import { Axis, Changes, Facets } from './over-time.tsx';
import { Row } from './row.tsx';
import { momentsOf, t } from './words.ts';

export interface HistoryData {
  /** Newest first. */
  results: OwnProfile[];
  gender: OwnProfile['displayGender'];
  /** How many results this browser holds that the account does not. */
  loose: number;
}

/** The results of an account over time. Those that gave no type are listed, and left out of the comparison. */
export function History({ data: { results, gender, loose } }: { data: HistoryData }) {
  const [all, setAll] = useState(results);
  const act = useAct();
  const remove = ({ id }: OwnProfile) =>
    act.run(async () => {
      await call('DELETE', `/profiles/${id}`);
      await removeResult(id).catch(() => {});
      setAll(all.filter((one) => one.id !== id));
      return t.list.deleted;
    });
  const moment = momentsOf(all);
  const typed = all.filter(({ score }) => score.kind !== 'none').reverse();
  return (
    <>
      {loose > 0 && (
        <p class="mb-10 flex flex-wrap items-center justify-between gap-4 rounded-md bg-between-pale p-5">
          <span>{fill(t.loose.text, { n: loose })}</span>
          <Go href={`${page.paths.data}#claim`}>{t.loose.action}</Go>
        </p>
      )}
      {all.length === 0 && <Empty />}
      {typed.length > 0 && (
        <>
          <Changes {...{ typed, moment }} />
          <Axis {...{ typed, moment }} />
          <Facets {...{ typed, moment }} />
        </>
      )}
      {all.length > 0 && (
        <Part title={fill(t.list.title, { n: all.length })}>
          <ul class="-mt-4">
            {all.map((result) => (
              <Row
                key={result.id}
                {...{ result, gender }}
                date={moment(result.createdAt)}
                busy={act.busy}
                onRemove={() => void remove(result)}
              />
            ))}
          </ul>
          <Outcome {...{ act }} />
        </Part>
      )}
      {all.length === 0 && <Outcome {...{ act }} />}
    </>
  );
}

function Empty() {
  return (
    <section class="max-w-[38rem]" aria-labelledby="empty">
      <svg viewBox="0 0 320 320" class="w-full max-w-[14rem]" aria-hidden="true">
        <path d="M160 14L96 70M160 14l64 56" class="stroke-soft" stroke-width="3" fill="none" />
        <circle cx="160" cy="12" r="6" class="fill-ink" />
        <rect x="30" y="68" width="260" height="236" rx="10" class="fill-ink" />
        <rect x="48" y="86" width="224" height="200" rx="4" class="fill-sheet" />
        <path
          d="M76 236l48-42 44 26 72-74"
          class="stroke-soft"
          stroke-width="4"
          fill="none"
          stroke-dasharray="4 12"
          stroke-linecap="round"
        />
      </svg>
      <h2 class="mt-6 text-2xl" id="empty">
        {t.empty.title}
      </h2>
      <p class="mt-3 text-lg">{t.empty.text}</p>
      <Go class="mt-6" href={page.paths.home}>
        {t.empty.action}
      </Go>
    </section>
  );
}
