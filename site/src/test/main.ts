import { progress } from '../../../psychometrics/live.ts';
import type { Mode } from '../../../psychometrics/types.ts';
import { takeEarly } from './early.ts';
import { report } from './events.ts';
import { debounceTaps, tapOf } from './gesture.ts';
import { listenToKeys } from './keys.ts';
import { enliven } from './landing.ts';
import { readPageData } from './page-data.ts';
import { answersOf, beginSession, fitted, record, type TestSession, unsent } from './session.ts';
import { stageOf } from './stage.ts';
import { dropSession, keepSession, loadSession, storageBlocked } from './store.ts';
import type { Sync } from './sync.ts';
import { holdTest } from './tabs.ts';
import { createView } from './view.ts';

const data = readPageData();
const { definition, text } = data;
const stage = stageOf(data);
const view = createView(data);
let session: TestSession = beginSession(definition);
/** Item on screen, since when, and its place among those answered. */
let shown = stage.question.dataset.item ?? '';
const early = takeEarly();
let since = early.since;
let index = 0;
/** This tab may write: nobody else has a test under way, as far as we know. */
let held = true;
let ending = false;
/** Aborted when the screens of the end are left for a new test. */
let ended = new AbortController();
let sync: Promise<Sync> | null = null;

const modes = [...stage.root.querySelectorAll<HTMLInputElement>('[name=mode]')];

/** A stored test is still being read: what is on screen is not its question yet. */
const awaited = (): boolean => 'resuming' in document.documentElement.dataset;

function keep(next: TestSession): void {
  session = next;
  keepSession(next).then(() => {
    if (storageBlocked()) stage.say(text.memory);
  });
}

/** After the frame that shows the next question: nothing here may delay it. */
const afterPaint = (work: () => void) => requestAnimationFrame(() => setTimeout(work));

function syncing(): Promise<Sync> {
  sync ??= Promise.all([import('./sync.ts'), import('./reveal.ts')]).then(([{ createSync }, { showState }]) =>
    createSync({
      session: () => session,
      keep,
      state: (state) => ending && showState(data, state),
      retired: () => restart(text.moved),
    }),
  );
  // A chunk that did not load is asked for again with the next answer.
  sync.catch(() => {
    sync = null;
  });
  return sync;
}

const send = () =>
  syncing().then(
    (carrier) => carrier.poke(),
    () => {},
  );

function show(to: number): void {
  const answers = answersOf(session);
  const now = progress(definition, { seed: session.seed, mode: session.mode, answers });
  index = Math.max(0, Math.min(to, answers.length));
  const earlier = answers[index];
  const item = earlier?.item ?? now.next;
  if (!item) {
    end();
    return;
  }
  shown = item;
  stage.paint(item, index + 1, now, session.mode, earlier?.category);
  since = performance.now();
}

function answer(category: number, ms = performance.now() - since): void {
  const first = session.log.length === 0;
  if (ending) view.toEnd();
  if (!held || ending || !shown || awaited()) return;
  record(session, shown, category, ms);
  show(Number.POSITIVE_INFINITY);
  if (view.current() === 'test') stage.inView();
  afterPaint(async () => {
    if (view.current() === 'landing') {
      view.enterTest();
      stage.inView();
    }
    // Another tab may have begun since this page was opened: its answers are not overwritten.
    if (first && !(await take())) return;
    keep(session);
    send();
    if (first) report('test_started');
  });
}

function back(): void {
  if (!held || ending || index === 0) return;
  show(index - 1);
  stage.inView();
}

function end(): void {
  ending = true;
  ended = new AbortController();
  const closing = Promise.all([syncing(), import('./reveal.ts')]);
  closing
    .then(([carrier, { finish }]) =>
      finish({
        data,
        session: () => session,
        keep,
        sync: carrier,
        restart: () => restart(),
        ended: ended.signal,
      }),
    )
    .catch(() => {
      // Not loaded: the answers are kept, and the question is on screen until a tap tries again.
      ending = false;
    });
}

async function restart(why?: string): Promise<void> {
  // What has become a result is not thrown away with the session it came from.
  const old = session.completed ? undefined : session.remote;
  ended.abort();
  const carrier = await sync?.catch(() => null);
  if (old && carrier) carrier.forget(old);
  carrier?.stop();
  sync = null;
  await dropSession();
  session = beginSession(definition);
  ending = false;
  view.begin();
  for (const radio of modes) radio.checked = radio.value === session.mode;
  stage.say(why ?? '');
  show(0);
  stage.inView();
}

function chooseMode(mode: Mode): void {
  if (mode === session.mode) return;
  const old = session.remote;
  if (old || session.continues) {
    session = unsent(session, { mode });
    if (old)
      syncing().then(
        (carrier) => carrier.forget(old),
        () => {},
      );
  } else session.mode = mode;
  if (session.log.length) keep(session);
  show(index);
}

async function take(steal = false): Promise<boolean> {
  const lost = () => {
    held = false;
    view.elsewhere(true);
  };
  held = await holdTest(lost, steal);
  view.elsewhere(!held && session.log.length > 0);
  return held;
}

/** The stored test, or the one the address asks to go on with; moved to this page's language and version. */
async function restore(): Promise<boolean> {
  const from = new URLSearchParams(location.search).get('continue');
  const stored = await loadSession();
  if (from) {
    const { continueFrom } = await import('./continue.ts');
    const further = await continueFrom(from, definition);
    history.replaceState(null, '', location.pathname);
    if (further) return resume(further, text.continued);
    stage.say(text.continueMissing);
  }
  if (!stored?.log.length || session.log.length) return false;
  const fit = fitted(stored, definition);
  if (fit) return resume(fit, text.resumed);
  await dropSession();
  stage.say(text.moved);
  return false;
}

function resume(next: TestSession, why: string): true {
  session = next;
  for (const radio of modes) radio.checked = radio.value === next.mode;
  stage.say(why);
  view.resumed();
  return true;
}

async function start(): Promise<void> {
  stage.root.addEventListener('click', (event) => {
    const target = (event.target as Element).closest<HTMLElement>('[data-category]');
    if (target) answer(Number(target.dataset.category));
  });
  stage.back.addEventListener('click', back);
  for (const radio of modes) radio.addEventListener('change', () => chooseMode(radio.value as Mode));
  view.onRestart(() => restart());
  view.onTakeOver(async () => {
    if (!(await take(true))) return;
    session = (await loadSession()) ?? session;
    show(Number.POSITIVE_INFINITY);
  });
  const { event, category: kept } = early;
  const again = debounceTaps(
    event &&
      (event instanceof MouseEvent
        ? tapOf(event)
        : { target: stage.targets[kept ?? -1], at: event.timeStamp }),
  );
  listenToKeys({ ...{ targets: stage.targets, back: stage.back, again }, onAnswer: answer, onBack: back });
  // What was chosen and tapped while this script was on its way.
  chooseMode((modes.find(({ checked }) => checked)?.value ?? session.mode) as Mode);
  if (early.category !== undefined) answer(early.category, early.ms);
  if (await restore()) {
    const mine = await take();
    show(Number.POSITIVE_INFINITY);
    if (mine) {
      report('test_resumed');
      send();
    }
  }
  delete document.documentElement.dataset.resuming;
  // The engine's first runs compile it; better now than under the first tap.
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  for (const category of stage.targets.keys()) {
    const answers = [{ item: shown, category, ms: 2000 }];
    idle(() => progress(definition, { seed: session.seed, mode: 'default', answers }));
  }
}

// A page that comes back from the browser's memory may be older than what is stored.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
start();
if (view.current() === 'landing') enliven();
