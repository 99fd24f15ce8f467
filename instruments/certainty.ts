import { axisCertainty } from '../psychometrics/scoring/levels.ts';
import type { Score } from '../psychometrics/types.ts';
import type { LabelledText, ResultCopy } from './copy.ts';

/**
 * What a result says of its own certainty, on the page, the card and the PDF alike: a seal and a sentence each, the
 * most important first. None without a type.
 */
export function certaintyOf(
  { kind, axis }: Pick<Score, 'kind' | 'axis'>,
  copy: Pick<ResultCopy, 'certainty'>,
): LabelledText[] {
  return kind === 'none' ? [] : [copy.certainty[axisCertainty(axis)]];
}
