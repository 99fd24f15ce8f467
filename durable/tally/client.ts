import { callItty } from '../itty.ts';
import type { TallyState } from './object.ts';

/** Tells the tally of completed tests by their types, all of a batch in one call, once the rollups in D1 have them. */
export async function countCompleted(env: Env, assessment: string, types: readonly string[]): Promise<void> {
  await callItty<void>(env.TALLY, assessment, 'count', assessment, types.join(','));
}

export function readTally(env: Env, assessment: string): Promise<TallyState> {
  return callItty<TallyState>(env.TALLY, assessment, 'read', assessment);
}
