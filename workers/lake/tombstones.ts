import { inArray } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { lakeTombstones } from '../db/tables/lake.ts';
import { responsesKey } from '../queues/messages.ts';
import { dayOf, folderOf } from './partition.ts';

type Owned = Pick<ProfileRow, 'sessionId' | 'assessmentId' | 'version' | 'language' | 'createdAt'>;

/** The row that takes a result's answers out of every reading of the lake: to be written with its deletion. */
export async function tombstoneOf(row: Owned, now: number): Promise<Tombstone> {
  const { assessmentId: assessment, version, language, createdAt } = row;
  const folder = folderOf({ assessment, version, language, day: dayOf(createdAt) });
  return { key: await responsesKey(row.sessionId), folder, createdAt: now };
}

/** Tombstones by the folder whose rows they concern. */
export async function readTombstones({ db }: Ctx): Promise<Map<string, Tombstone[]>> {
  const rows: Tombstone[] = await db.select().from(lakeTombstones);
  return Map.groupBy(rows, ({ folder }) => folder);
}

export type Tombstone = typeof lakeTombstones.$inferSelect;

/** Forgets tombstones, as many at a time as a statement may bind. */
export async function forgetTombstones({ db }: Ctx, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += 90) {
    await db.delete(lakeTombstones).where(inArray(lakeTombstones.key, keys.slice(at, at + 90)));
  }
}
