import { type Bank, type BankItem, type ItemTexts, toDefinition } from '../../../instruments/load.ts';
import bankJson from '../../../instruments/teto-egen/v1/bank.json' with { type: 'json' };
import careless from '../../../instruments/teto-egen/v1/careless.json' with { type: 'json' };
import en from '../../../instruments/teto-egen/v1/en.json' with { type: 'json' };
import ko from '../../../instruments/teto-egen/v1/ko.json' with { type: 'json' };
import simulated from '../../../instruments/teto-egen/v1/simulated.json' with { type: 'json' };
import { strings } from '../layouts/i18n.ts';
import { resultCopy } from '../result/copy.ts';
import type { ShownItem } from './shown-item.ts';

export type Words = typeof import('../locales/ko/science.json');
export const words = (language: string): Words => strings<Words>(language, 'science');

/** The version whose parameters the page shows: those the site was built with. */
export const bank = bankJson;
export { simulated };
/** Languages the instrument is given in. */
export const given = ['ko', 'en'] as const;
export type Given = (typeof given)[number];

export const texts: Record<Given, ItemTexts> = { ko, en };
export const definitions = {
  ko: toDefinition(bank as Bank, 'ko'),
  en: toDefinition(bank as Bank, 'en'),
};

export const facets = bank.facets as readonly (keyof typeof bank.poles)[];
export type Facet = (typeof facets)[number];
export const poleOf = (facet: Facet): 'teto' | 'egen' => bank.poles[facet] as 'teto' | 'egen';
export const facetName = (facet: string, language: string): string =>
  resultCopy(bank.version, language).facets[facet as Facet]?.name ?? facet;
export const facetWhat = (facet: Facet, language: string): string =>
  resultCopy(bank.version, language).facets[facet].what;

export const items = bank.items as readonly BankItem[];
export const facetOf = (id: string): string => items.find((item) => item.id === id)?.facet ?? '';
export const itemsOf = (facet: Facet): BankItem[] => items.filter((item) => item.facet === facet);
/** Without parameters there is nothing to say of an item but its text. */
export type Estimated = ShownItem & {
  a: number;
  b: readonly number[];
  seA: number;
  seB: readonly number[];
  n: string;
  source: string;
};
export const estimated = <Item extends ShownItem>(item: Item): item is Item & Estimated =>
  item.a !== null && item.b !== null;

/** People behind an item: "240+1614" counts 1,854. */
export const sampleOf = (item: Pick<ShownItem, 'n'>): number =>
  String(item.n ?? 0)
    .split('+')
    .reduce((sum, n) => sum + Number(n), 0);
export const locationOf = ({ b }: Estimated): number => b.reduce((sum, value) => sum + value, 0) / b.length;

export function simulationOf(language: string) {
  const found = simulated.languages.find((one) => one.language === language);
  if (!found) throw new RangeError(`no simulation in ${language}`);
  return found;
}

/** The rule against careless answers in one language, and what it did to simulated takers. */
export function carelessOf(language: Given) {
  const { date, seed, people, languages } = careless;
  const study = languages.find((one) => one.language === language);
  if (!study) throw new RangeError(`no simulation of careless takers in ${language}`);
  return { date, seed, people, study, rule: bank.careless[language] };
}

/** The language of the page as one the instrument is given in. */
export const givenLanguage = (language: string): Given => (language === 'en' ? 'en' : 'ko');
