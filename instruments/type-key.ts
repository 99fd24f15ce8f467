import type { Score } from '../psychometrics/types.ts';
import type { TypeKey } from './copy.ts';

/** The copy's key for a score: a balanced one is named by the side it leans to. */
export function typeKey({ kind, leaning }: Pick<Score, 'kind' | 'leaning'>): TypeKey | 'none' {
  if (kind !== 'balanced') return kind;
  return leaning === 'egen' ? 'balanced-egen' : 'balanced-teto';
}
