import { normalCdf } from '../../../psychometrics/numerics/normal.ts';
import { WIDE } from '../../../psychometrics/scoring/levels.ts';
import type { PdfInput } from './input.ts';

// Of 100 people: never none and never all, nobody is that sure.
const ofHundred = (percent: number): number => Math.min(99, Math.max(1, Math.round(percent)));

export interface Standing {
  side: 'teto' | 'egen';
  /** Of 100 people in the reference, how many stand less far to this side. */
  n: number;
  /** The same at both ends of the 95 % band; null when compared with counted takers. */
  range: [low: number, high: number] | null;
  /** Takers compared with; 0 for a modelled reference. */
  count: number;
}

/** Where a result stands among 100 people, counted towards the side it is on. */
export function standing({ score, percentiles }: Pick<PdfInput, 'score' | 'percentiles'>): Standing {
  const { value, se } = score.axis;
  const side = score.leaning ?? (value < 0 ? 'egen' : 'teto');
  const towards = (percent: number): number => ofHundred(side === 'teto' ? percent : 100 - percent);
  const n = towards(percentiles.axis);
  if (percentiles.basis === 'local') return { side, n, range: null, count: percentiles.n ?? 0 };
  const ends = [-1, 1].map((s) => towards(100 * normalCdf(value + s * WIDE * se)));
  return { side, n, range: [Math.min(...ends), Math.max(...ends)], count: 0 };
}
