import type { BankItem } from '../../../instruments/load.ts';
import { type Facet, items } from './data.ts';
import { watched } from './flags.ts';

export interface Shift {
  item: BankItem;
  set: string;
  N: number;
  shift: number;
  p: number;
  watched: boolean;
}

const all = items.flatMap((item) =>
  (item.difSex ?? []).map(
    ({ set, N, shift_M_minus_F, p }): Shift => ({
      item,
      set,
      N,
      shift: shift_M_minus_F,
      p,
      watched: watched(item.flags),
    }),
  ),
);

/** Every published comparison of men and women on a facet's items. */
export const shiftsOf = (facet: Facet): Shift[] => all.filter(({ item }) => item.facet === facet);

/** One comparison a scored item: the one with most people. */
export const mainShifts = (facet: Facet): Shift[] =>
  items
    .filter((item) => item.facet === facet && item.role === 'scored')
    .flatMap((item) =>
      all
        .filter((one) => one.item === item)
        .sort((x, y) => y.N - x.N)
        .slice(0, 1),
    );

/** Scored items nobody has compared by sex. */
export const uncompared = (): BankItem[] =>
  items.filter(({ role, difSex }) => role === 'scored' && !difSex?.length);

/** Marks that would lie on each other are put in rows: the first row in which it has room, for each. */
export function lanes(values: readonly number[], room: number): number[] {
  const taken: number[][] = [];
  return values.map((value) => {
    const free = taken.findIndex((row) => row.every((other) => Math.abs(other - value) >= room));
    const lane = free < 0 ? taken.push([]) - 1 : free;
    taken[lane]?.push(value);
    return lane;
  });
}
