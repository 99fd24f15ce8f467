import type { CarelessRule, Definition, Item, Mode, StopRule } from '../psychometrics/types.ts';

/** An item with its published parameters; `null` or absent where no data exist yet (such items are pretest). */
export interface BankItem {
  id: string;
  facet: string;
  /** 'scored' | 'pretest' */
  role: string;
  /** '+' | '-': the direction of the wording, relative to the item's facet */
  key: string;
  /** 'wording' where the key was read from the text, not from data */
  keySource?: string;
  a: number | null;
  b: number[] | null;
  seA?: number;
  seB?: number[];
  n?: string | number;
  source?: string;
  flags: string[];
  /** shifts in thresholds, men − women, in prior SD */
  difSex?: { set: string; N: number; shift_M_minus_F: number; p: number }[] | null;
}

/** An item's parameters estimated from answers in one language, on the bank's metric: used as they are. */
export interface LocalParameters {
  a: number;
  b: number[];
  seA: number;
  seB: number[];
  /** people who answered it */
  n: number;
  /** YYYY-MM-DD */
  date: string;
}

/** `bank.json`: one version of an instrument, every language. Field meanings: docs of the technical page. */
export interface Bank {
  assessment: string;
  version: number;
  /** date of the parameters, YYYY-MM-DD */
  parametersDate: string;
  categories: number;
  acquiescence: number;
  facets: string[];
  poles: Record<string, string>;
  sigma: number[][];
  /** `w / axisSd`: the axis then has prior SD 1 */
  weights: number[];
  w: number[];
  axisSd: number;
  slopeRatioByLanguage: Record<string, Record<string, number> | string>;
  modes: Record<string, Record<Mode, StopRule>>;
  /** by language; without one, the engine's general rule */
  careless?: Record<string, CarelessRule>;
  items: BankItem[];
  /** Parameters from a language's own data, by language and item: they replace slope × ratio and thresholds. */
  calibrated?: Record<string, Record<string, LocalParameters>>;
}

export interface ItemText {
  text: string;
  /** back-translation into English: in every language but English */
  back?: string;
  /** how `back` differs in nuance from the English statement, where it does */
  note?: string;
}

/** `en.json`, `ko.json`: what is read on screen. `lead` opens every sentence. */
export interface ItemTexts {
  language: string;
  name: string;
  lead?: string;
  /** from category 0 ("not me") upwards */
  categories: string[];
  items: Record<string, ItemText>;
}

/**
 * The bank in one language as the engine takes it: keys ±1, facets by index, slopes × the language's ratio.
 * Items without parameters get `a` 0 and no thresholds.
 * @throws Error when the language has no stop rules or slope ratios, or an item contradicts the bank.
 */
export function toDefinition(bank: Bank, language: string): Definition {
  const modes = bank.modes[language];
  const ratios = bank.slopeRatioByLanguage[language];
  if (!modes || !ratios || typeof ratios === 'string') {
    throw new Error(`${bank.assessment} v${bank.version} has no parameters for language "${language}"`);
  }
  const careless = bank.careless?.[language];
  return {
    assessment: bank.assessment,
    version: bank.version,
    language,
    facets: bank.facets,
    sigma: bank.sigma,
    weights: bank.weights,
    acquiescence: bank.acquiescence,
    categories: bank.categories,
    modes,
    ...(careless && { careless }),
    items: bank.items.map((item) => toItem(item, bank, ratios, bank.calibrated?.[language]?.[item.id])),
  };
}

function toItem(item: BankItem, bank: Bank, ratios: Record<string, number>, local?: LocalParameters): Item {
  const facet = bank.facets.indexOf(item.facet);
  const ratio = ratios[item.facet];
  if (facet < 0 || ratio === undefined) throw new Error(`${item.id}: unknown facet "${item.facet}"`);
  if (item.key !== '+' && item.key !== '-')
    throw new Error(`${item.id}: key "${item.key}" is neither + nor -`);
  if (item.role !== 'scored' && item.role !== 'pretest') throw new Error(`${item.id}: role "${item.role}"`);
  const base = { id: item.id, facet, key: item.key === '+' ? 1 : -1 } as const;
  const { a, b } = local ?? { a: item.a === null ? null : item.a * ratio, b: item.b };
  if (item.role === 'pretest') return { ...base, a: a ?? 0, b: b ?? [], pretest: true };
  if (a === null || b?.length !== bank.categories - 1) {
    throw new Error(`${item.id}: a scored item needs a slope and ${bank.categories - 1} thresholds`);
  }
  return { ...base, a, b };
}
