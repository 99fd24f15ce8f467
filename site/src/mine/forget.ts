import { deleteOwn } from '../result/own-api.ts';
import { call, Refused } from '../test/api.ts';
import { listResults, removeResult, type SavedResult } from '../test/results.ts';
import { dropSession, loadSession } from '../test/store.ts';

/**
 * Deletes results on the server and then here, one after the other; the key of one that could not be deleted stays.
 * Returns what is left and the problem code that stopped it, if any.
 */
export async function forget(
  results: SavedResult[],
): Promise<{ left: SavedResult[]; problem: string | null }> {
  let problem: string | null = null;
  for (const result of results) {
    try {
      await deleteOwn(result);
      await removeResult(result.id);
      // Its page was still being written: the finished test must not ask for it any more.
      if ((await loadSession())?.remote?.id === result.session) await dropSession();
    } catch (error) {
      problem = error instanceof Refused ? error.code : 'other';
      break;
    }
  }
  return { left: await listResults(), problem };
}

/** Throws the unfinished test away, here and on the server. */
export async function forgetUnfinished(): Promise<void> {
  const session = await loadSession();
  await dropSession();
  if (!session?.remote || session.completed) return;
  const { id, secret } = session.remote;
  // Without an answer the server forgets it by itself after seven silent days.
  await call('DELETE', `/sessions/${id}`, undefined, secret).catch(() => {});
}
