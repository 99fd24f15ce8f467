import { expect, it } from 'vitest';
import { certaintyOf } from './certainty.ts';
import copy from './teto-egen/v1/copy.ko.json' with { type: 'json' };

const result = (value: number, se: number, cautious?: boolean) => ({
  kind: 'teto' as const,
  axis: { value, se, pTeto: 0.9 },
  ...(cautious !== undefined && { fit: { cautious } }),
});
const { certainty, caution } = copy;

it('says how sure it is, and first of all when answers hang together less than usual', () => {
  expect(certaintyOf(result(2, 0.4), copy)).toEqual([certainty.clear]);
  expect(certaintyOf(result(0.5, 0.4, false), copy)).toEqual([certainty.leaning]);
  expect(certaintyOf(result(0.5, 0.4, true), copy)).toEqual([caution, certainty.leaning]);
  expect(certaintyOf(result(2, 0.4, true), copy)).toEqual([caution]);
  expect(certaintyOf({ ...result(0, 0.4), kind: 'none' }, copy)).toEqual([]);
});

it('makes do with the words of a version that has none for care', () => {
  expect(certaintyOf(result(2, 0.4, true), { certainty })).toEqual([certainty.clear]);
});
