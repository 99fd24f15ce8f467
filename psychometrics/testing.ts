import { progress } from './adaptive/progress.ts';

import bank from './fixtures/bank.json' with { type: 'json' };
import type { Answer, CarelessRule, Definition, Item, Mode, Progress } from './types.ts';

export { drawPerson, tap, uniforms } from './simulation/person.ts';

export type Language = 'en' | 'ko';

/** As the running bank has them. */
const CARELESS: Record<Language, CarelessRule> = {
  en: {
    version: 1,
    refuse: { evidence: [-2.5, 0], lz: [-1.45, -0.048] },
    caution: { evidence: [-3.9, 0.125], lz: [-0.85, -0.016] },
    widen: 2,
  },
  ko: {
    version: 1,
    refuse: { evidence: [-2.5, 0], lz: [-1.35, -0.024] },
    caution: { evidence: [-2.75, 0.045], lz: [-0.8, -0.0095] },
    widen: 2,
  },
};

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
    careless: CARELESS[language],
    items: bank.items.map((item) => ({
      ...item,
      key: item.key > 0 ? 1 : -1,
      a: item.a * ratios[bank.facets[item.facet]!]!,
    })),
  };
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
