import type { TallyView } from '../contract/assessments.ts';

/** Smallest group that is shown: fewer could point at somebody. */
export const SMALLEST_GROUP = 50;

/** What the public sees of the tally: the total and the groups large enough to be nobody in particular. */
export function tallyView({
  types,
  updatedAt,
}: {
  types: Record<string, number>;
  updatedAt: number;
}): TallyView {
  const total = Object.values(types).reduce((sum, count) => sum + count, 0);
  const shown = Object.entries(types)
    .filter(([, count]) => count >= SMALLEST_GROUP)
    .sort(([a], [b]) => a.localeCompare(b));
  return {
    total,
    types: shown.map(([type, count]) => ({ type, count, share: count / total })),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
