import { emblem } from '../../../emblem/index.ts';
import { score } from '../../../psychometrics/scoring/score.ts';
import type { Score } from '../../../psychometrics/types.ts';
import type { DisplayGender } from '../../../workers/contract/common.ts';
import type { Shared } from '../../../workers/contract/profiles.ts';
import type { Completed } from '../../../workers/contract/sessions.ts';
import { bandGeometry } from '../components/band.ts';
import { verdict } from '../components/verdict.ts';
import { call } from './api.ts';
import { bringIntoView } from './in-view.ts';
import { type PageData, put } from './page-data.ts';
import { saveResult } from './results.ts';
import { answersOf, type TestSession } from './session.ts';
import { dropSession } from './store.ts';
import type { Sync } from './sync.ts';

const SEEN_MS = 2200;

export interface Ending {
  data: PageData;
  session(): TestSession;
  keep(session: TestSession): void;
  sync: Sync;
  restart(): void;
  /** Aborted when the taker begins anew: nothing may lead away from that test. */
  ended: AbortSignal;
}

/** The result is made and its key kept here, though its page is still being written. */
let safe = false;

const get = <E extends Element = HTMLElement>(id: string): E => document.getElementById(id) as unknown as E;

const typeOf = ({ kind, leaning }: Pick<Score, 'kind' | 'leaning'>): string =>
  kind === 'balanced' ? `balanced-${leaning}` : kind;

/** The screens after the last answer: which word, then the result as this browser reckons it, while it is saved. */
export async function finish(ending: Ending): Promise<void> {
  const { data, session, sync, ended } = ending;
  document.body.dataset.view = 'end';
  safe = false;
  const gender = session().gender ?? (await askWord(ending));
  const result = score(data.definition, answersOf(session()));
  const shown = Date.now();
  show(ending, result, gender);
  const completed = await sync.complete(gender, async (pending) => {
    if (ended.aborted) return;
    await remember(ending, pending, gender);
    safe = true;
    say(data.text.reveal.stored);
  });
  if (ended.aborted) return;
  const path = await remember(ending, completed, gender);
  if (ended.aborted) return;
  await dropSession();
  say(data.text.reveal.saved);
  get('reveal-retry').hidden = true;
  // Not from the landing, where the browser's own "back" leads: forward again, it goes on.
  const leave = () => {
    if (document.body.dataset.view === 'end' && !ended.aborted) location.assign(path);
  };
  setTimeout(leave, Math.max(0, SEEN_MS - (Date.now() - shown)));
  addEventListener('popstate', leave, { signal: ended });
}

function askWord({ session, keep, ended }: Ending): Promise<DisplayGender> {
  const box = get('ask');
  box.hidden = false;
  get('ask-title').focus({ preventScroll: true });
  scrollTo(0, 0);
  bringIntoView(get('ask-title'));
  return new Promise((resolve) => {
    const choose = ({ target }: Event) => {
      const choice = (target as Element).closest<HTMLElement>('[data-gender]')?.dataset.gender;
      if (!choice || box.hidden) return;
      const answered = session();
      answered.gender = choice as DisplayGender;
      keep(answered);
      box.hidden = true;
      resolve(answered.gender);
    };
    box.addEventListener('click', choose, { signal: ended });
  });
}

function show({ data, restart, sync }: Ending, result: Score, gender: DisplayGender): void {
  const type = typeOf(result);
  const copy = data.types[type];
  const refusal = result.refusal ? data.refusals[result.refusal] : undefined;
  const word = copy?.word[gender] ?? '';
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
  const figure = emblem(
    { facets: result.facets.map(({ value }) => value), axis: result.axis.value, kind: result.kind },
    { theme: dark ? 'dark' : 'light', idPrefix: 'mine' },
  );
  const drawn = new DOMParser().parseFromString(figure, 'image/svg+xml').documentElement;
  get('reveal-emblem').replaceChildren(document.importNode(drawn, true));
  if (refusal) get('reveal-word').textContent = refusal.title;
  else title(word);
  const line = result.fit.cautious ? data.caution.text : copy?.tagline;
  get('reveal-line').textContent = refusal?.body ?? line ?? '';
  if (!refusal) drawBand(data, result, word);
  get('reveal-band').hidden = !!refusal;
  get('reveal').dataset.side = refusal ? 'none' : result.axis.value >= 0 ? 'teto' : 'egen';
  get('reveal').hidden = false;
  get('reveal-open').hidden = true;
  say(data.text.reveal[navigator.onLine ? 'saving' : 'offline']);
  get('reveal-retry').onclick = sync.hurry;
  get('reveal-again').onclick = restart;
  scrollTo(0, 0);
  get('reveal-word').focus({ preventScroll: true });
  bringIntoView(get('reveal-word'));
}

function title(word: string): void {
  const { head, leaning } = verdict(word);
  const under = document.createElement('span');
  under.className = 'block text-2xl';
  under.textContent = leaning;
  get('reveal-word').replaceChildren(`${head} `, under);
}

function drawBand({ text }: PageData, { axis, kind }: Score, word: string): void {
  const { from, to, wideFrom, wideTo, at } = bandGeometry(axis.value, axis.se);
  const place = (id: string, x: number, end: number) => {
    get(id).setAttribute('x', String(x));
    get(id).setAttribute('width', String(end - x));
  };
  place('band-wide', wideFrom, wideTo);
  place('band-near', from, to);
  place('band-at', at - 3, at + 3);
  const { places } = text.reveal;
  const side = kind === 'balanced' ? places.middle : axis.value >= 0 ? places.teto : places.egen;
  get('band').ariaLabel = put(text.reveal.band, { word, place: side, se: axis.se.toFixed(2) });
}

function say(message: string): void {
  get('reveal-state').textContent = message;
}

/** What the state of the connection means for somebody who waits for the result to be saved. */
export function showState(data: PageData, state: 'ok' | 'waiting'): void {
  const { reveal } = data.text;
  if (safe) say(reveal.stored);
  else say(state === 'ok' ? reveal.saving : navigator.onLine ? reveal.waiting : reveal.offline);
  get('reveal-retry').hidden = state === 'ok';
}

/** Keeps the key of the result in this browser and offers its page, which waits for its record if need be. */
async function remember(
  { data, session, keep }: Ending,
  { profile, score }: Completed,
  gender: DisplayGender,
): Promise<string> {
  const made = session();
  const { remote, language, seed } = made;
  if (!remote) throw new Error('completed without a session');
  made.completed = true;
  keep(made);
  const slug =
    profile.slug ?? (await call<Shared>('POST', `/profiles/${profile.id}/share`, {}, remote.secret)).slug;
  await saveResult({
    ...{ id: profile.id, slug, session: remote.id, secret: remote.secret, language, seed },
    ...{ kind: score.kind, word: data.types[typeOf(score)]?.word[gender] ?? '' },
    createdAt: new Date().toISOString(),
    answers: answersOf(made),
  })
    // Storage is blocked: the result is on the server all the same.
    .catch(() => {});
  const link = get<HTMLAnchorElement>('reveal-open');
  link.href = data.paths.result + slug;
  link.hidden = false;
  // Whoever goes there now has the result: this browser's next test is a new one.
  link.onclick = () => void dropSession();
  return data.paths.result + slug;
}
