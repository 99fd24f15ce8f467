import bank from './fixtures/bank.json' with { type: 'json' };
import { probabilities } from './model.ts';
import { progress } from './progress.ts';
import { draw } from './random.ts';
import type { Answer, Definition, Item, Mode, Progress } from './types.ts';

export type Language = 'en' | 'ko';

const TARGETS = { en: [0.4, 0.35, 0.3], ko: [0.45, 0.4, 0.35] } as const;

/** The bank of Teto-Egen version 1 as the engine gets it. */
export function tetoEgen(language: Language): Definition {
  const [quick, usual, precise] = TARGETS[language];
  const ratios: Record<string, number> = bank.slopeRatioByLanguage[language];
  return {
    assessment: 'teto-egen',
    version: 1,
    language,
    facets: bank.facets,
    sigma: bank.sigma,
    weights: bank.w.map((weight) => weight / bank.axisSd),
    acquiescence: 0.4,
    categories: 5,
    modes: {
      quick: { se: quick, min: 12, max: 18 },
      default: { se: usual, min: 12, max: 24 },
      precise: { se: precise, min: 12, max: 36 },
    },
    items: bank.items.map((item) => ({
      ...item,
      key: item.key > 0 ? 1 : -1,
      a: item.a * ratios[bank.facets[item.facet]!]!,
    })),
  };
}

/** Deterministic uniform numbers for tests. */
export function uniforms(seed: string): () => number {
  let step = 0;
  return () => draw(seed, step++);
}

/** A simulated person: six facets from N(0, sigma), then response style. */
export function drawPerson({ sigma }: Definition, random: () => number): number[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const root: number[][] = [];
  sigma.forEach((row, i) => {
    root[i] = [];
    for (let j = 0; j <= i; j++) {
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= root[i]![k]! * root[j]![k]!;
      root[i]![j] = i === j ? Math.sqrt(rest) : rest / root[j]![j]!;
    }
  });
  const independent = sigma.map(normal);
  return [...root.map((row) => row.reduce((sum, x, k) => sum + x * independent[k]!, 0)), normal()];
}

/** The raw category this person taps, by the model; pretest items without parameters get any. */
export function tap(
  definition: Definition,
  item: Item,
  person: readonly number[],
  random: () => number,
): number {
  const { categories, acquiescence, facets } = definition;
  if (!item.b.length) return Math.floor(random() * categories);
  const z = person[item.facet]! + (item.key * acquiescence * person[facets.length]!) / item.a;
  let left = random();
  let coded = 0;
  for (const probability of probabilities(item, z)) {
    left -= probability;
    if (left < 0 || coded === categories - 1) break;
    coded++;
  }
  return item.key > 0 ? coded : categories - 1 - coded;
}

/** Takes the test to its end: the answers and every state on the way. */
export function take(
  definition: Definition,
  seed: string,
  mode: Mode,
  choose: (item: Item) => number,
  answers: Answer[] = [],
): { answers: Answer[]; states: Progress[] } {
  const states: Progress[] = [];
  for (;;) {
    const state = progress(definition, { seed, mode, answers });
    states.push(state);
    if (state.next === null) return { answers, states };
    const item = definition.items.find(({ id }) => id === state.next)!;
    answers.push({ item: item.id, category: choose(item), ms: 3000 });
  }
}
