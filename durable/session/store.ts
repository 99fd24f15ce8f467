import type { Answer, Mode, Score } from '../../psychometrics/types.ts';
import type { AnswerEntry, ProfileRef } from '../../workers/contract/sessions.ts';
import { hasSchema, migrate } from './migrations.ts';

/** What a session is begun with. `secretHash` is SHA-256, base64url; the secret itself is never kept. */
export interface Beginning {
  secretHash: string;
  assessment: string;
  version: number;
  language: string;
  mode: Mode;
  seed: string;
  /** Answers of the completed session this one goes on from, in the order first answered. */
  copied: Answer[];
  /** Lake key of the first session of the chain this one goes on in; null for the first itself. */
  person: string | null;
  /** Public address its result will have, which also names this object; null for one begun before they were the same. */
  slug: string | null;
}

/** The result as first computed; later changes of the profile (name, address) live in D1. */
export interface Completion {
  at: number;
  profile: ProfileRef;
  score: Score;
}

/** A session as read from storage: a cache of it, rebuilt after every eviction. Times are Unix milliseconds. */
export interface Live extends Omit<Beginning, 'copied'> {
  /** How many answers came from the session before. */
  copied: number;
  /** Number of the last stored answer. */
  seq: number;
  /** The last answer to each item, in the order first answered. */
  answers: Map<string, Answer>;
  /** When the session began or was last answered. */
  activeAt: number;
  completion: Completion | null;
}

type SessionRow = {
  secret_hash: string;
  assessment: string;
  version: number;
  language: string;
  mode: string;
  seed: string;
  copied: number;
  person: string | null;
  begun_at: number;
  completed_at: number | null;
  profile_id: string | null;
  slug: string | null;
  score: string | null;
};
export type AnswerRow = { seq: number; item: string; category: number; ms: number; at: number };

/** Reads the session back. Null when this object never began one or was deleted; writes nothing then. */
export function readLive(storage: DurableObjectStorage): Live | null {
  const { sql } = storage;
  if (!hasSchema(sql)) return null;
  migrate(storage);
  const [row] = sql.exec<SessionRow>('SELECT * FROM session').toArray();
  if (!row) return null;
  const live: Live = {
    secretHash: row.secret_hash,
    assessment: row.assessment,
    version: row.version,
    language: row.language,
    mode: row.mode as Mode,
    seed: row.seed,
    copied: row.copied,
    person: row.person,
    slug: row.slug,
    seq: 0,
    answers: new Map(),
    activeAt: row.begun_at,
    completion:
      row.completed_at && row.profile_id && row.score
        ? {
            at: row.completed_at,
            profile: { id: row.profile_id, slug: row.slug },
            score: JSON.parse(row.score) as Score,
          }
        : null,
  };
  for (const { seq, at, ...answer } of sql.exec<AnswerRow>('SELECT * FROM answers ORDER BY seq')) {
    live.seq = seq;
    live.activeAt = Math.max(live.activeAt, at);
    live.answers.set(answer.item, answer);
  }
  return live;
}

/** Creates the schema and the session, and returns it. Throws when there is one already. */
export function insertSession(storage: DurableObjectStorage, beginning: Beginning, now: number): Live {
  migrate(storage);
  const { copied, ...fixed } = beginning;
  const { secretHash, assessment, version, language, mode, seed, person, slug } = fixed;
  storage.sql.exec(
    `INSERT INTO session (one, secret_hash, assessment, version, language, mode, seed, copied, person, slug, begun_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[secretHash, assessment, version, language, mode, seed, copied.length, person, slug ?? null, now],
  );
  const entries = copied.map((answer, index) => ({ ...answer, seq: index + 1 }));
  if (entries.length > 0) appendAnswers(storage, entries, now);
  const answers = new Map(copied.map((answer) => [answer.item, answer]));
  return { ...fixed, copied: copied.length, seq: copied.length, answers, activeAt: now, completion: null };
}

/** Stores all or none: one statement for any number, so that an object prepares it once and needs no transaction. */
export function appendAnswers(
  { sql }: DurableObjectStorage,
  entries: readonly AnswerEntry[],
  now: number,
): void {
  sql.exec(
    `INSERT INTO answers (seq, item, category, ms, at)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?2 FROM json_each(?1)`,
    JSON.stringify(entries.map(({ seq, item, category, ms }) => [seq, item, category, ms])),
    now,
  );
}

export function answerAt(sql: SqlStorage, seq: number): AnswerEntry | null {
  const [row] = sql.exec<AnswerRow>('SELECT * FROM answers WHERE seq = ?', seq).toArray();
  return row ? { seq: row.seq, item: row.item, category: row.category, ms: row.ms } : null;
}

/** Every answer as it was stored, changed ones included, in the order given. */
export const allAnswers = ({ sql }: DurableObjectStorage): AnswerRow[] =>
  sql.exec<AnswerRow>('SELECT seq, item, category, ms, at FROM answers ORDER BY seq').toArray();

export function insertCompletion(sql: SqlStorage, { at, profile, score }: Completion): void {
  sql.exec(
    'UPDATE session SET completed_at = ?, profile_id = ?, slug = ?, score = ? WHERE completed_at IS NULL',
    ...[at, profile.id, profile.slug, JSON.stringify(score)],
  );
}
