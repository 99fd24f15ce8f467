import { useEffect, useRef, useState } from 'preact/hooks';
import { button } from '../components/button.ts';
import { fill } from '../layouts/fill.ts';
import { listResults, type SavedResult } from '../test/results.ts';
import { answersOf } from '../test/session.ts';
import { loadSession } from '../test/store.ts';
import { Ask } from './ask.tsx';
import { day, type Strings } from './data.ts';
import { forget, forgetUnfinished } from './forget.ts';
import { Row } from './row.tsx';

/** The results of this browser, newest first, and the test that waits to be finished. */
export function List({ t, paths }: Strings) {
  const [results, setResults] = useState<SavedResult[] | null>(null);
  const [answered, setAnswered] = useState(0);
  const [blocked, setBlocked] = useState(false);
  const [asking, setAsking] = useState<string | null>(null);
  const [said, say] = useState('');
  const status = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    // Both before anything is drawn: what came later would push the list down.
    const listed = listResults().catch(() => {
      setBlocked(true);
      return [];
    });
    Promise.all([listed, loadSession()]).then(([all, session]) => {
      setAnswered(session ? answersOf(session).length : 0);
      setResults(all);
    });
  }, []);

  const remove = async (gone: SavedResult[]) => {
    say(t.working);
    const { left, problem } = await forget(gone);
    const errors: Record<string, string> = t.errors;
    setAsking(null);
    setResults(left);
    say(problem ? (errors[problem] ?? t.errors.other) : t.deleted);
    status.current?.focus();
  };
  const drop = async () => {
    await forgetUnfinished();
    setAnswered(0);
    say(t.unfinished.dropped);
    status.current?.focus();
  };

  if (!results) return null;
  return (
    <>
      <p class={said ? 'mb-6 font-extrabold' : 'sr-only'} role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      {blocked && (
        <p class="mb-8 border-l-4 border-teto pl-4" role="alert">
          {t.blocked}
        </p>
      )}
      {answered > 0 && (
        <section class="mb-10 rounded-lg bg-between-pale p-6 md:p-9" aria-labelledby="unfinished-title">
          <h2 class="text-lg" id="unfinished-title">
            {t.unfinished.title}
          </h2>
          <p class="mt-1">{fill(t.unfinished.text, { n: answered })}</p>
          <div class="mt-5 flex flex-wrap gap-3">
            <a class={button()} href={paths.test}>
              {t.unfinished.resume}
            </a>
            <button type="button" class={button('line')} onClick={drop}>
              {t.unfinished.drop}
            </button>
          </div>
        </section>
      )}
      {results.length === 0 && answered === 0 && !blocked && <Empty {...{ t, paths }} />}
      {results.length > 0 && (
        <ul class="border-t-2 border-ink">
          {results.map((result) => (
            <Row
              key={result.id}
              {...{ result, t, paths }}
              names={{
                open: fill(t.openNamed, { word: result.word, date: day(result.createdAt) }),
                remove: fill(t.deleteNamed, { word: result.word, date: day(result.createdAt) }),
              }}
              asking={asking === result.id}
              onAsk={(open) => setAsking(open ? result.id : null)}
              onRemove={() => remove([result])}
            />
          ))}
        </ul>
      )}
      {results.length > 1 && (
        <div class="mt-8">
          {asking === 'all' ? (
            <Ask
              {...{ t }}
              text={fill(t.confirmAll, { n: results.length })}
              onNo={() => setAsking(null)}
              onYes={() => remove(results)}
            />
          ) : (
            <button type="button" class={button('danger')} onClick={() => setAsking('all')}>
              {t.deleteAll}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** A frame with nothing in it yet. */
function Empty({ t, paths }: Strings) {
  return (
    <div class="grid items-center gap-8 md:grid-cols-[20rem_1fr]">
      <svg viewBox="0 0 320 320" class="mx-auto w-full max-w-[16rem] md:max-w-none" aria-hidden="true">
        <path d="M160 14L96 70M160 14l64 56" class="stroke-soft" stroke-width="3" fill="none" />
        <circle cx="160" cy="12" r="6" class="fill-ink" />
        <rect x="30" y="68" width="260" height="236" rx="10" class="fill-ink" />
        <rect x="48" y="86" width="224" height="200" rx="4" class="fill-sheet" />
        <circle
          cx="160"
          cy="186"
          r="62"
          fill="none"
          class="stroke-soft"
          stroke-width="3"
          stroke-dasharray="4 10"
          stroke-linecap="round"
        />
        <circle cx="142" cy="180" r="5" class="fill-soft" />
        <circle cx="178" cy="180" r="5" class="fill-soft" />
        <path
          d="M146 202q14 10 28 0"
          fill="none"
          class="stroke-soft"
          stroke-width="4"
          stroke-linecap="round"
        />
      </svg>
      <div>
        <h2 class="text-2xl">{t.empty.title}</h2>
        <p class="mt-3 max-w-[30rem] text-lg">{t.empty.text}</p>
        <a class={`${button()} mt-6`} href={paths.home}>
          {t.empty.action}
        </a>
      </div>
    </div>
  );
}
