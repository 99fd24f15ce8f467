import { pbkdf2Sync } from 'node:crypto';

/** What the work below takes on the machine whose seconds `limit` counts in, ms. */
const REFERENCE_MS = 35;
const SLOWEST = 20;

/** Wall time, not CPU time: a machine that is shared is slow as well. */
function measure(): number {
  const since = performance.now();
  for (let turn = 0; turn < 3; turn++) pbkdf2Sync('pace', 'salt', 200_000, 32, 'sha256');
  return (performance.now() - since) / 3;
}

/** How many times slower than the reference this machine is now, 1 at least; measured once for a run and its children. */
export const pace: number =
  Number(process.env.TEST_PACE) || Math.min(SLOWEST, Math.max(1, measure() / REFERENCE_MS));
process.env.TEST_PACE = String(pace);

/** Milliseconds after which something that makes no progress has hung. No test asserts by it how fast anything is. */
export const limit = (seconds: number): number => Math.ceil(seconds * 1000 * pace);
