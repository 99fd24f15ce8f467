/** What a running test needs, small enough for the browser. */

export { firstItem, progress } from './adaptive/progress.ts';
export { percentile } from './scoring/axis.ts';
export { score } from './scoring/score.ts';
export type * from './types.ts';
