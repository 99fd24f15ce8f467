/** What a running test needs, small enough for the browser. */
export { percentile } from './axis.ts';
export { firstItem, progress } from './progress.ts';
export { score } from './score.ts';
export type * from './types.ts';
