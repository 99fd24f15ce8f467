import { expect, test } from 'vitest';
import { laplace } from '../careless/evidence.ts';
import { logOwnDistribution } from '../careless/without-reading.ts';
import { estimateMap } from '../estimation/map.ts';
import big5 from '../fixtures/big5_fit.json' with { type: 'json' };
import { readAnswers } from '../scoring/answers.ts';
import type { Definition } from '../types.ts';
import { anybody, honest, type Taker } from './careless-takers.ts';
import { uniforms } from './person.ts';

const PEOPLE = 1200;
const rule = { se: 0, min: 50, max: 50 };
const definition: Definition = {
  assessment: 'big5',
  version: 1,
  language: 'en',
  facets: big5.facets,
  sigma: big5.sigma,
  weights: [1, 0, 0, 0, 0],
  acquiescence: 0.4,
  categories: 5,
  modes: { quick: rule, default: rule, precise: rule },
  items: big5.items.map((item) => ({ ...item, key: item.key > 0 ? 1 : -1 })),
};

/** Quantiles of fit as the fixture counts it, of people who answer `perFacet` items a facet drawn by lot. */
function fitOf(taker: Taker, perFacet: number, shares: readonly number[]) {
  const found = Array.from({ length: PEOPLE }, (_, n) => {
    const random = uniforms(`big5 ${perFacet} ${n}`);
    const items = definition.facets.flatMap((_facet, f) =>
      definition.items
        .filter(({ facet }) => facet === f)
        .map((item) => ({ item, lot: random() }))
        .sort((a, b) => a.lot - b.lot)
        .slice(0, perFacet)
        .map(({ item }) => item),
    );
    const choose = taker(definition, random);
    const answers = items.map((item, step) => ({ item: item.id, category: choose(item, step), ms: 3000 }));
    const given = readAnswers(definition, answers);
    const { marginal, lz } = laplace(definition, given);
    const { logVolume } = estimateMap(definition, given.items, given.responses);
    const own = logOwnDistribution(
      answers.map(({ category }) => category),
      5,
    );
    return { ratio: marginal - own - logVolume, lz };
  });
  const at = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    return shares.map((share) => sorted[Math.floor(share * PEOPLE)]!);
  };
  return { ratio: at(found.map(({ ratio }) => ratio)), lz: at(found.map(({ lz }) => lz)) };
}

test.each(big5.lines)(
  '$items Big-Five answers: simulated takers fit as stated, lifelike ones as real people',
  (line) => {
    // From the 5 % quantile on: beyond it there are too few people on either side to compare.
    const from = big5.quantiles.indexOf(0.05);
    const shares = big5.quantiles.slice(from);
    const model = fitOf(honest, line.items / 5, shares);
    const lifelike = fitOf(anybody, line.items / 5, shares);
    const root = Math.sqrt(line.items);
    shares.forEach((share, i) => {
      const near = (actual: number, expected: number, tolerance: number, what: string) =>
        expect(
          Math.abs(actual - expected),
          `${what} at ${share}: ${actual}, stated ${expected}`,
        ).toBeLessThan(tolerance);
      near(model.ratio[i]!, line.simulated[from + i]!, 0.25 * root, 'ratio, simulated');
      near(model.lz[i]!, line.lzSimulated[from + i]!, 0.3, 'lz, simulated');
      near(lifelike.ratio[i]!, line.real[from + i]!, 0.5 * root, 'ratio, real');
      near(lifelike.lz[i]!, line.lzReal[from + i]!, 0.5, 'lz, real');
    });
    // What makes lifelike people different: without it they would fit far better than real ones.
    expect(model.ratio[0]! - line.real[from]!).toBeGreaterThan(0.8 * root);
  },
);
