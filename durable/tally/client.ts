import { callItty } from '../itty.ts';
import type { TallyState } from './object.ts';

/** Tells the tally of one more completed test. To be called once the rollups in D1 have it. */
export async function countCompleted(env: Env, assessment: string, type: string): Promise<void> {
  await callItty<number>(env.TALLY, assessment, 'count', assessment, type);
}

export function readTally(env: Env, assessment: string): Promise<TallyState> {
  return callItty<TallyState>(env.TALLY, assessment, 'read', assessment);
}
