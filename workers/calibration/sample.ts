import { and, desc, eq, lte, ne } from 'drizzle-orm';
import { carelessFlags } from '../../psychometrics/careless/flags.ts';
import type { Definition } from '../../psychometrics/types.ts';
import { loadPublished, type Published } from '../assessments/published.ts';
import type { Ctx } from '../context.ts';
import { assessmentVersions } from '../db/tables/assessments.ts';
import { readLake } from '../lake/read.ts';
import type { LakeSession } from '../queues/messages.ts';

/** More people add nothing to the estimates and cost memory; the newest count. */
const MOST_PEOPLE = 10_000;

/** Answers of many people to the items of one definition, careless ones left out. */
export interface Sample {
  /** A row a person, an entry an item of the definition: reverse-coded 0-based category, −1 not answered. */
  rows: Int8Array[];
  /** The word chosen, beside `rows`. */
  genders: string[];
  /** People in all, careless ones too. */
  completions: number;
  /** People left out, by the first reason found. */
  careless: Record<string, number>;
  from: string | null;
  to: string | null;
}

type Entry = { row: Int8Array; gender: string } | { careless: string };

/** Everybody's answers in one language, from every version whose wording of an item is the current one. */
export async function readSample(ctx: Ctx, published: Published): Promise<Sample> {
  const { assessment, language, definition } = published;
  const people = new Map<string, Entry>();
  const days: string[] = [];
  for (const version of await versionsUpTo(ctx, published)) {
    const columns = await sharedColumns(ctx, published, version);
    await readLake(ctx, { assessment, version, language }, (session, day) => {
      if (people.size >= MOST_PEOPLE && !people.has(session.person)) return false;
      days.push(day);
      people.set(session.person, entryOf(session, definition, columns));
      return true;
    });
  }
  const used = [...people.values()].filter((one) => 'row' in one);
  const left = [...people.values()].flatMap((one) => ('careless' in one ? [one.careless] : []));
  return {
    rows: used.map(({ row }) => row),
    genders: used.map(({ gender }) => gender),
    completions: people.size,
    careless: Object.fromEntries([...Map.groupBy(left, (flag) => flag)].map(([flag, n]) => [flag, n.length])),
    from: days.reduce<string | null>((first, day) => (first && first < day ? first : day), null),
    to: days.reduce<string | null>((last, day) => (last && last > day ? last : day), null),
  };
}

async function versionsUpTo({ db }: Ctx, { assessment, version }: Published): Promise<number[]> {
  const rows = await db
    .select({ version: assessmentVersions.version })
    .from(assessmentVersions)
    .where(
      and(
        eq(assessmentVersions.assessmentId, assessment),
        ne(assessmentVersions.status, 'draft'),
        lte(assessmentVersions.version, version),
      ),
    )
    .orderBy(desc(assessmentVersions.version));
  return rows.map((row) => row.version);
}

/** Item id → column, of the items that read the same in that version. */
async function sharedColumns(
  { env }: Ctx,
  { assessment, version, language, definition, items }: Published,
  other: number,
): Promise<Map<string, number>> {
  const columns = definition.items.map(({ id }, column) => [id, column] as const);
  if (other === version) return new Map(columns);
  const before = await loadPublished(env, assessment, other, language).catch(() => null);
  return new Map(columns.filter(([id]) => before?.items.items[id]?.text === items.items[id]?.text));
}

function entryOf(
  { answers, acquiescence, verdict, gender }: LakeSession,
  { items, categories }: Definition,
  columns: ReadonlyMap<string, number>,
): Entry {
  const [flag] = carelessFlags({ answers, acquiescence, verdict });
  if (flag) return { careless: flag };
  const row = new Int8Array(items.length).fill(-1);
  for (const { item, category } of answers) {
    const column = columns.get(item);
    if (column === undefined || category >= categories) continue;
    row[column] = items[column]?.key === 1 ? category : categories - 1 - category;
  }
  return { row, gender };
}
