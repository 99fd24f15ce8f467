import type { Ctx } from '../context.ts';
import type { LakeSession } from '../queues/messages.ts';
import { decodeSessions } from './parquet.ts';
import { folderOf, listParts } from './partition.ts';
import { readTombstones } from './tombstones.ts';

interface Which {
  assessment: string;
  version: number;
  language: string;
}

/**
 * Hands over every person's session in one language of a version, newest day first: without the deleted ones, repeats
 * once. Of somebody who went on from a result only the session with the most answers counts, so `take` may see a
 * person again with more; it returns false to stop. One part is in memory at a time.
 */
export async function readLake(
  ctx: Ctx,
  which: Which,
  take: (session: LakeSession, day: string) => boolean,
): Promise<void> {
  const graves = await readTombstones(ctx);
  const buried = new Set([...graves.values()].flat().map(({ key }) => key));
  const parts = await listParts(ctx.env, folderOf(which));
  const most = new Map<string, number>();
  // Day is the last part of the folder's name that varies, so names sort by it.
  for (const { key, folder } of parts.sort((a, b) => (a.folder < b.folder ? 1 : -1))) {
    const file = await ctx.env.FILES.get(key);
    if (!file) continue;
    const day = folder.slice(-11, -1);
    for (const session of await decodeSessions(await file.arrayBuffer())) {
      const { person, answers } = session;
      if (buried.has(session.key) || (most.get(person) ?? 0) >= answers.length) continue;
      most.set(person, answers.length);
      if (!take(session, day)) return;
    }
  }
}
