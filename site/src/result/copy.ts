import type copyKo from '../../../instruments/teto-egen/v1/copy.ko.json';

export type ResultCopy = typeof copyKo;
export type TypeKey = 'teto' | 'egen' | 'balanced-teto' | 'balanced-egen';
export type FacetId = keyof ResultCopy['facets'];

const files = import.meta.glob<ResultCopy>('../../../instruments/teto-egen/v*/copy.*.json', {
  eager: true,
  import: 'default',
});

const byName = new Map<string, ResultCopy>();
let newest = 0;
for (const [path, copy] of Object.entries(files)) {
  const version = Number(/\/v(\d+)\//.exec(path)?.[1]);
  newest = Math.max(newest, version);
  byName.set(`${version}.${copy.language}`, copy);
}

/** The words of a result in a language; a version this build does not know gets the newest words. */
export function resultCopy(version: number, language: string): ResultCopy {
  const copy = byName.get(`${version}.${language}`) ?? byName.get(`${newest}.${language}`);
  if (!copy) throw new RangeError(`no result copy in ${language}`);
  return copy;
}

interface Bank {
  modes: Record<string, { precise: { max: number } }>;
  /** By language; only in versions whose parameters come from answers given here. */
  calibrated?: Record<string, unknown>;
}
const banks = import.meta.glob<Bank>('../../../instruments/teto-egen/v*/bank.json', {
  eager: true,
  import: 'default',
});
const bank = (version: number): Bank | undefined =>
  banks[`../../../instruments/teto-egen/v${version}/bank.json`];

/** Most scored questions the longest test of a version asks in a language; 0 when this build does not know it. */
export function longestTest(version: number, language: string): number {
  return bank(version)?.modes[language]?.precise.max ?? 0;
}

/** Whether a version's parameters in a language come from answers given here. */
export const calibrated = (version: number, language: string): boolean =>
  Boolean(bank(version)?.calibrated?.[language]);
