import { type Estimated, locationOf, sampleOf } from './data.ts';

/** How the parameter tables are sorted: by a link, since nothing here needs a script. */
export const orders = ['item', 'a', 'se', 'location', 'n'] as const;
export type Order = (typeof orders)[number];

export const orderOf = (wanted: string | null): Order => orders.find((order) => order === wanted) ?? 'item';

const keys: Record<Exclude<Order, 'item'>, (item: Estimated) => number> = {
  a: ({ a }) => a,
  se: ({ a, seA }) => seA / a,
  location: locationOf,
  n: sampleOf,
};

/** Largest first; by item, as numbered. */
export function sorted(items: readonly Estimated[], order: Order): Estimated[] {
  if (order === 'item') return [...items];
  return [...items].sort((x, y) => keys[order](y) - keys[order](x));
}
