import type { Ctx } from '../context.ts';
import type { LakeSession } from '../queues/messages.ts';
import { decodeSessions } from './parquet.ts';
import { listParts, type Part } from './partition.ts';
import { forgetTombstones, readTombstones } from './tombstones.ts';
import { writePart } from './write.ts';

/** A part of this many sessions is not merged further: it has to fit into a Worker's memory several times. */
const FULL = 4_000;
/** Parts merged at a time; R2 deletes at most 1,000 at once. */
const PORTION = 500;
/** Queues redeliver for at most 4 days and a consumer may be late: by then no copy of deleted answers can arrive. */
const KEEP_TOMBSTONES_MS = 8 * 86_400_000;

export interface Compacted {
  /** Folders rewritten. */
  folders: number;
  /** Sessions whose rows were dropped. */
  dropped: number;
}

/**
 * Merges the small parts of every folder and drops the rows of deleted sessions and repeats, then forgets tombstones
 * that nothing can need any more. New parts are written before old ones go, so a crash leaves repeats, never a gap.
 */
export async function compactLake(ctx: Ctx): Promise<Compacted> {
  const graves = await readTombstones(ctx);
  const folders = Map.groupBy(await listParts(ctx.env), ({ folder }) => folder);
  const done = { folders: 0, dropped: 0 };
  for (const [folder, parts] of folders) {
    const buried = new Set(graves.get(folder)?.map(({ key }) => key));
    const changing = buried.size > 0 ? parts : parts.filter(({ sessions }) => sessions < FULL);
    if (buried.size === 0 && changing.length < 2) continue;
    const dropped = await rewrite(ctx, folder, changing, buried);
    if (dropped === null) continue;
    done.folders++;
    done.dropped += dropped;
  }
  const settled = [...graves.values()].flat().filter((one) => one.createdAt < ctx.now - KEEP_TOMBSTONES_MS);
  await forgetTombstones(
    ctx,
    settled.map(({ key }) => key),
  );
  return done;
}

/** Rewrites parts as few; returns how many sessions were dropped, null when there was nothing to change. */
async function rewrite(
  { env }: Ctx,
  folder: string,
  parts: readonly Part[],
  buried: ReadonlySet<string>,
): Promise<number | null> {
  const seen = new Set<string>();
  let waiting: LakeSession[] = [];
  let read: string[] = [];
  let dropped = 0;
  let removed = 0;
  // In portions, so that a night cut short has not been for nothing.
  const flush = async (): Promise<void> => {
    const made = waiting.length > 0 ? await writePart(env, folder, waiting) : null;
    const old = read.filter((key) => key !== made);
    if (old.length > 0) await env.FILES.delete(old);
    removed += old.length;
    waiting = [];
    read = [];
  };
  for (const { key } of parts) {
    const file = await env.FILES.get(key);
    if (!file) continue;
    for (const session of await decodeSessions(await file.arrayBuffer())) {
      const known = seen.has(session.key);
      seen.add(session.key);
      if (known || buried.has(session.key)) dropped++;
      else waiting.push(session);
    }
    read.push(key);
    if (waiting.length >= FULL || read.length >= PORTION) await flush();
  }
  await flush();
  return removed > 0 ? dropped : null;
}
