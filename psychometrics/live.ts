/** What a running test needs, small enough for the browser. Its result: scoring/score.ts, which comes after it. */

export { firstItem, progress } from './adaptive/progress.ts';
export type * from './types.ts';
