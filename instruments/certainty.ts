import { axisCertainty } from '../psychometrics/scoring/levels.ts';
import type { Fit, Score } from '../psychometrics/types.ts';
import type { LabelledText, ResultCopy } from './copy.ts';

/**
 * What a result says of its own certainty, on the page, the card and the PDF alike: a seal and a sentence each, the
 * most important first. None without a type.
 */
export function certaintyOf(
  { kind, axis, fit }: Pick<Score, 'kind' | 'axis'> & { fit?: Pick<Fit, 'cautious'> | undefined },
  copy: Pick<ResultCopy, 'certainty' | 'caution'>,
): LabelledText[] {
  if (kind === 'none') return [];
  const certainty = axisCertainty(axis);
  if (!fit?.cautious || !copy.caution) return [copy.certainty[certainty]];
  // "Clear" would contradict it.
  return certainty === 'clear' ? [copy.caution] : [copy.caution, copy.certainty[certainty]];
}
