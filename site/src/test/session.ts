import type { Answer, Definition, Mode } from '../../../psychometrics/types.ts';
import type { DisplayGender } from '../../../workers/contract/common.ts';
import type { AnswerEntry } from '../../../workers/contract/sessions.ts';

/** One test under way, as this browser keeps it. `log` holds every tap; `acked` is the last `seq` the server stored. */
export interface TestSession {
  assessment: string;
  version: number;
  language: string;
  mode: Mode;
  /** 32 hexadecimal digits, made here so that a test can begin offline. */
  seed: string;
  log: AnswerEntry[];
  acked: number;
  /** On the server; absent until the first answer reached it. */
  remote?: { id: string; secret: string };
  /** The finished session whose answers this one starts from. */
  continues?: { session: string; secret: string };
  gender?: DisplayGender;
  /** The server has made its result, which would go with the session. */
  completed?: true;
}

export function newSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

export function beginSession(definition: Definition, mode: Mode = 'default', seed = newSeed()): TestSession {
  const { assessment, version, language } = definition;
  return { assessment, version, language, mode, seed, log: [], acked: 0 };
}

/** Adds a tap in place. A second tap on the same category of an item already answered so is no new entry. */
export function record(session: TestSession, item: string, category: number, ms: number): void {
  const last = session.log.findLast((entry) => entry.item === item);
  if (last?.category === category) return;
  const time = Math.round(Math.min(86_400_000, Math.max(0, ms)));
  session.log.push({ seq: session.log.length + 1, item, category, ms: time });
}

/** The answer to each item as it stands, in the order first answered. */
export function answersOf({ log }: TestSession): Answer[] {
  const answers = new Map<string, Answer>();
  for (const { item, category, ms } of log) answers.set(item, { item, category, ms });
  return [...answers.values()];
}

/** The same answers as a session the server has not seen: after a change of language, mode or a lost session. */
export function unsent(session: TestSession, change: Partial<TestSession> = {}): TestSession {
  const { remote: _remote, continues: _continues, completed: _completed, ...rest } = session;
  const log = answersOf(session).map((answer, i) => ({ seq: i + 1, ...answer }));
  return { ...rest, ...change, log, acked: 0 };
}

/**
 * A stored session fitted to the page: as it is, moved to the page's language or version, or null when an item
 * answered is no longer there (the test has to start again).
 */
export function fitted(session: TestSession, definition: Definition): TestSession | null {
  const { assessment, language, version } = definition;
  if (session.assessment !== assessment) return null;
  if (session.language === language && session.version === version) return session;
  const known = new Set(definition.items.map(({ id }) => id));
  if (!session.log.every(({ item }) => known.has(item))) return null;
  return unsent(session, { language, version });
}
