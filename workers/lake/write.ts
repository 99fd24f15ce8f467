import type { Ctx } from '../context.ts';
import { sha256 } from '../lib/ids.ts';
import type { LakeSession, ResponsesMessage } from '../queues/messages.ts';
import { encodeSessions } from './parquet.ts';
import { folderOf } from './partition.ts';

/**
 * Writes the sessions as one part of their folder and returns its key. The name comes from the sessions in it, so
 * that the same batch delivered again replaces itself; other repeats are dropped by readers, by their key.
 */
export async function writePart(
  { FILES }: Pick<Env, 'FILES'>,
  folder: string,
  sessions: readonly LakeSession[],
): Promise<string> {
  const once = [...new Map(sessions.map((session) => [session.key, session])).values()];
  once.sort((a, b) => (a.key < b.key ? -1 : 1));
  const name = await sha256(once.map(({ key }) => key).join());
  const key = `${folder}part-${name.slice(0, 22)}.parquet`;
  await FILES.put(key, encodeSessions(once), {
    httpMetadata: { contentType: 'application/vnd.apache.parquet' },
    customMetadata: { sessions: String(once.length) },
  });
  return key;
}

/** Adds a batch of completed sessions to the lake, one part a partition. */
export async function writeResponses({ env }: Ctx, messages: readonly ResponsesMessage[]): Promise<void> {
  const byFolder = Map.groupBy(messages, folderOf);
  for (const [folder, batch] of byFolder) {
    const sessions = batch.map(
      ({ key, person, mode, gender, acquiescence, verdict, answers }): LakeSession => ({
        ...{ key, person, mode, gender, acquiescence, verdict: verdict ?? null },
        answers: answers.map(({ item, category, ms }) => ({ item, category, ms })),
      }),
    );
    await writePart(env, folder, sessions);
  }
}
