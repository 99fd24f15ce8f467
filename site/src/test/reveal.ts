import { emblem } from '../../../emblem/index.ts';
import { score } from '../../../psychometrics/scoring/score.ts';
import type { Score } from '../../../psychometrics/types.ts';
import type { DisplayGender } from '../../../workers/contract/common.ts';
import type { Shared } from '../../../workers/contract/profiles.ts';
import type { Completed } from '../../../workers/contract/sessions.ts';
import { bandGeometry } from '../components/band.ts';
import { verdict } from '../components/verdict.ts';
import { call } from './api.ts';
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
}

const get = <E extends Element = HTMLElement>(id: string): E => document.getElementById(id) as unknown as E;

const typeOf = ({ kind, leaning }: Score): string => (kind === 'balanced' ? `balanced-${leaning}` : kind);

/** The screens after the last answer: which word, then the result as this browser reckons it, while it is saved. */
export async function finish(ending: Ending): Promise<void> {
  document.body.dataset.view = 'end';
  const gender = ending.session().gender ?? (await askWord(ending));
  const result = score(ending.data.definition, answersOf(ending.session()));
  const shown = Date.now();
  show(ending, result, gender);
  const completed = await ending.sync.complete(gender);
  const path = await remember(ending, completed, gender);
  const link = get<HTMLAnchorElement>('reveal-open');
  link.href = path;
  link.hidden = false;
  say(ending.data.text.reveal.saved);
  get('reveal-retry').hidden = true;
  setTimeout(() => location.assign(path), Math.max(0, SEEN_MS - (Date.now() - shown)));
}

function askWord(ending: Ending): Promise<DisplayGender> {
  const box = get('ask');
  box.hidden = false;
  get('ask-title').focus({ preventScroll: true });
  scrollTo(0, 0);
  return new Promise((resolve) => {
    box.addEventListener('click', ({ target }) => {
      const choice = (target as Element).closest<HTMLElement>('[data-gender]')?.dataset.gender;
      if (!choice) return;
      const session = ending.session();
      session.gender = choice as DisplayGender;
      ending.keep(session);
      box.hidden = true;
      resolve(session.gender);
    });
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
  get('reveal-line').textContent = refusal?.body ?? copy?.tagline ?? '';
  if (!refusal) drawBand(data, result, word);
  get('reveal-band').hidden = !!refusal;
  get('reveal').dataset.side = result.axis.value >= 0 ? 'teto' : 'egen';
  get('reveal').hidden = false;
  say(data.text.reveal[navigator.onLine ? 'saving' : 'offline']);
  get('reveal-retry').onclick = sync.hurry;
  get('reveal-again').onclick = restart;
  scrollTo(0, 0);
  get('reveal-word').focus({ preventScroll: true });
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
  say(state === 'ok' ? reveal.saving : navigator.onLine ? reveal.waiting : reveal.offline);
  get('reveal-retry').hidden = state === 'ok';
}

async function remember(
  { data, session }: Ending,
  { profile, score }: Completed,
  gender: DisplayGender,
): Promise<string> {
  const { remote, language, seed } = session();
  if (!remote) throw new Error('completed without a session');
  const slug =
    profile.slug ?? (await call<Shared>('POST', `/profiles/${profile.id}/share`, {}, remote.secret)).slug;
  const word = data.types[typeOf(score)]?.word[gender] ?? '';
  const answers = answersOf(session());
  const createdAt = new Date().toISOString();
  const { id } = profile;
  await saveResult({
    id,
    slug,
    session: remote.id,
    secret: remote.secret,
    kind: score.kind,
    word,
    language,
    createdAt,
    answers,
    seed,
  })
    // Storage is blocked: the result is on the server all the same.
    .catch(() => {});
  await dropSession();
  return data.paths.result + slug;
}
