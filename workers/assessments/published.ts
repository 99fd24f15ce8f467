import { and, eq, ne } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { ResultCopy } from '../../instruments/copy.ts';
import { type Bank, type ItemTexts, toDefinition } from '../../instruments/load.ts';
import type { Definition } from '../../psychometrics/types.ts';
import { assessments, assessmentTexts, assessmentVersions } from '../db/tables/assessments.ts';
import { Problem } from '../lib/problem.ts';

/** One language of one published version: everything a session, a result or a card needs of it. */
export interface Published {
  assessment: string;
  version: number;
  language: string;
  publishedAt: number;
  definition: Definition;
  bank: Bank;
  items: ItemTexts;
  copy: ResultCopy;
}

interface Stored {
  bank: Bank;
  items: ItemTexts;
  copy: ResultCopy;
  publishedAt: number;
}

// A published version never changes, so an isolate may keep it for as long as it lives.
// The value, never its promise: one whose request is cancelled would leave all who wait for it hanging.
const kept = new Map<string, Published>();

/**
 * A published version in one language: from this isolate, else KV, else D1 (and then into KV).
 * Problem `version_not_found` when there is none.
 */
export async function loadPublished(
  env: Env,
  assessment: string,
  version: number,
  language: string,
): Promise<Published> {
  const key = `bundle:${assessment}:${version}:${language}`;
  const known = kept.get(key);
  if (known) return known;
  const loaded = await load(env, key, assessment, version, language);
  kept.set(key, loaded);
  return loaded;
}

async function load(env: Env, key: string, assessment: string, version: number, language: string) {
  let stored = await env.PUBLISHED.get<Stored>(key, 'json').catch(() => null);
  if (!stored) {
    stored = await fromRecord(env, assessment, version, language);
    await env.PUBLISHED.put(key, JSON.stringify(stored)).catch(() => undefined);
  }
  const { bank, items, copy, publishedAt } = stored;
  const definition = toDefinition(bank, language);
  return { assessment, version, language, publishedAt, definition, bank, items, copy };
}

async function fromRecord(env: Env, assessment: string, version: number, language: string): Promise<Stored> {
  const [row] = await drizzle(env.DB)
    .select({
      bank: assessmentVersions.bank,
      publishedAt: assessmentVersions.publishedAt,
      items: assessmentTexts.items,
      copy: assessmentTexts.copy,
    })
    .from(assessmentVersions)
    .innerJoin(
      assessmentTexts,
      and(
        eq(assessmentTexts.assessmentId, assessmentVersions.assessmentId),
        eq(assessmentTexts.version, assessmentVersions.version),
      ),
    )
    .where(
      and(
        eq(assessmentVersions.assessmentId, assessment),
        eq(assessmentVersions.version, version),
        // A retired one gets no new takers, but its sessions go on and its results stay.
        ne(assessmentVersions.status, 'draft'),
        eq(assessmentTexts.language, language),
      ),
    );
  if (!row) throw new Problem('version_not_found', { field: 'language' });
  return {
    bank: JSON.parse(row.bank),
    items: JSON.parse(row.items),
    copy: JSON.parse(row.copy),
    publishedAt: row.publishedAt,
  };
}

const CURRENT_FOR_MS = 30_000;
const current = new Map<string, { version: number; until: number }>();

/** The version a new session gets. At most 30 s behind the record. */
export async function currentVersion(env: Env, assessment: string, now: number): Promise<number> {
  const known = current.get(assessment);
  if (known && known.until > now) return known.version;
  const [row] = await drizzle(env.DB)
    .select({ version: assessments.currentVersion })
    .from(assessments)
    .where(eq(assessments.id, assessment));
  if (!row) throw new Problem('assessment_not_found', { field: 'path.id' });
  current.set(assessment, { version: row.version, until: now + CURRENT_FOR_MS });
  return row.version;
}
