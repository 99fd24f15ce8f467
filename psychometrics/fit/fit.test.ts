import { expect, test } from 'vitest';
import { calibrate } from '../calibration/calibrate.ts';
import { normalGrid } from '../calibration/quadrature.ts';
import { scale, simulateGroups } from '../dif/testing.ts';
import { estimateEap } from '../estimation/eap.ts';
import lsat from '../fixtures/lsat.json' with { type: 'json' };
import type { Curve } from '../model.ts';
import { drawCategory, normal, uniforms } from '../simulation/person.ts';
import { localDependence } from './dependence.ts';
import { itemFit } from './item-fit.ts';
import { fillPosterior } from './posterior.ts';
import { curveDistances } from './rmsd.ts';
import { logTables, summedScores, tables } from './summed.ts';

const items = scale(10, 'fit');

/** Item 4 is no graded item: its answers fall again above θ = .3, and item 0 … are clean. */
function withUnfolding(people: number, seed: string): number[][] {
  const random = uniforms(seed);
  return Array.from({ length: people }, () => {
    const theta = normal(random);
    return items.map((item, i) => drawCategory(item, i === 4 && theta > 0.3 ? 0.6 - theta : theta, random));
  });
}

test('summed scores: every pattern of a short test, one by one', () => {
  const three: Curve[] = [
    { a: 1, b: [-1, 0.5] },
    { a: 2, b: [0] },
    { a: 0.7, b: [-0.5, 0, 1] },
  ];
  const theta = Float64Array.of(-1.3, 0, 0.8);
  const all = tables(three, theta);
  const sums = summedScores(all, 3, -1);
  expect(sums.length / 3).toBe(7);
  const slow = new Float64Array(21);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 2; j++) {
      for (let k = 0; k < 4; k++) {
        for (let q = 0; q < 3; q++) {
          slow[(i + j + k) * 3 + q]! += all[0]![i * 3 + q]! * all[1]![j * 3 + q]! * all[2]![k * 3 + q]!;
        }
      }
    }
  }
  sums.forEach((p, i) => {
    expect(p).toBeCloseTo(slow[i]!, 14);
  });
  expect(summedScores(all, 3, 2).length / 3).toBe(4);
});

test('the posterior is that of the EAP, and hundreds of answers do not underflow', () => {
  const { theta, logWeight } = normalGrid(61, 6);
  const out = new Float64Array(61);
  const row = [0, 1, null, 4, 2, 3, null, 1, 2, 2];
  const mean = fillPosterior(logTables(items, theta), row, theta, logWeight, out);
  expect(mean).toBeCloseTo(estimateEap(items, row).value, 12);
  const many = Array.from({ length: 600 }, (_, i) => items[i % 10]!);
  const long = many.map((_, i) => (i % 2 ? 0 : 4));
  const far = fillPosterior(logTables(many, theta), long, theta, logWeight, out);
  expect(out.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  expect(Math.abs(far)).toBeLessThan(1);
  // Thousands pulling down, then thousands up: on the way no node may be lost for good.
  const tug = Array.from({ length: 4000 }, (_, i) => items[i % 10]!);
  const pulled = tug.map((_, i) => (i < 2000 ? 0 : 4));
  const between = fillPosterior(logTables(tug, theta), pulled, theta, logWeight, out);
  expect(Math.abs(between - estimateEap(tug, pulled).value)).toBeLessThan(0.1);
  const beyond = [{ a: 50, b: [40] }];
  expect(fillPosterior(logTables(beyond, theta), [1], theta, logWeight, out)).toBeCloseTo(6, 3);
});

const people = ({ patterns, frequencies }: (typeof lsat.tests)['LSAT6']) =>
  patterns.flatMap((pattern, p) => Array.from({ length: frequencies[p]! }, () => pattern));

// The figures come from a numpy program that goes through all 32 patterns, and for LSAT7 fits the items itself by BFGS.
test('S-X² of LSAT6 with one slope for all, and of LSAT7, is that of going through every pattern', () => {
  const equal = [2.73, 0.999, 0.24, 1.307, 2.1].map((d) => ({ a: 0.755, b: [-d / 0.755] }));
  const six = itemFit(equal, people(lsat.tests.LSAT6));
  expect(six.map(({ df }) => df)).toEqual([2, 2, 1, 2, 2]);
  [0.4362, 1.5757, 0.8722, 0.1898, 0.1897].forEach((printed, i) => {
    expect(Math.abs(six[i]!.chi2! - printed), `LSAT6 ${i}: ${six[i]!.chi2}`).toBeLessThan(0.0002);
  });
  const rows = people(lsat.tests.LSAT7);
  const seven = itemFit(calibrate(rows).items, rows);
  [4.7505, 14.4534, 1.2727, 5.2365, 0.9409].forEach((printed, i) => {
    expect(Math.abs(seven[i]!.chi2! - printed), `LSAT7 ${i}: ${seven[i]!.chi2}`).toBeLessThan(0.0005);
  });
  expect(seven.map(({ rmsea }) => rmsea!.toFixed(3))).toEqual(['0.037', '0.079', '0.000', '0.040', '0.000']);
  expect(seven.map(({ p }) => p!.toFixed(2))).toEqual(['0.09', '0.00', '0.53', '0.07', '0.62']);
});

test('S-X²: calibrated clean items are rejected at the nominal rate', () => {
  let rejected = 0;
  let tests = 0;
  for (let run = 0; run < 15; run++) {
    const { responses } = simulateGroups(items, 1000, `fit ${run}`);
    for (const { p, df } of itemFit(calibrate(responses).items, responses)) {
      tests++;
      expect(df).toBeGreaterThan(20);
      if (p! < 0.05) rejected++;
    }
  }
  expect(tests).toBe(150);
  expect(rejected / tests).toBeLessThan(0.1);
  expect(rejected).toBeGreaterThan(0);
});

test('S-X² and the curve distance find the item that unfolds, and no other', () => {
  const responses = withUnfolding(2000, 'unfolding');
  const calibrated = calibrate(responses).items;
  const fit = itemFit(calibrated, responses);
  expect(fit[4]!.p).toBeLessThan(1e-10);
  expect(fit[4]!.rmsea).toBeGreaterThan(0.03);
  expect(fit[4]!.chi2! / fit[4]!.df).toBeGreaterThan(
    2 * Math.max(...fit.filter((_, i) => i !== 4).map((f) => f.chi2! / f.df)),
  );
  // With the parameters the item was meant to have, the curve seen is far away.
  const distances = curveDistances(items, responses);
  expect(distances[4]!.rmsd).toBeGreaterThan(0.12);
  expect(distances[4]!.md).toBeLessThan(-0.05);
  expect(distances.every(({ rmsd }, i) => i === 4 || rmsd < 0.05)).toBe(true);
});

test('curve distance with half the answers missing: clean items stay near, a wrong threshold shows its size', () => {
  const { responses } = simulateGroups(items, 4000, 'sparse fit');
  const sparse = responses.map((row, p) => row.map((k, i) => ((p + i) % 2 ? k : null)));
  const wrong = items.map((item, i) => (i === 6 ? { ...item, b: item.b.map((b) => b + 1) } : item));
  expect(curveDistances(items, sparse).every(({ rmsd, n }) => rmsd < 0.04 && n === 2000)).toBe(true);
  const found = curveDistances(wrong, sparse);
  expect(found[6]!.rmsd).toBeGreaterThan(0.12);
  expect(found[6]!.md).toBeGreaterThan(0.1);
  expect(itemFit(items, sparse)[0]).toMatchObject({ chi2: null, p: null, n: 0 });
  expect(curveDistances(items, [items.map(() => null)])[0]).toMatchObject({ rmsd: NaN, n: 0 });
});

/** Clean answers, then item 7 repeats item 2's with probability `echo`. */
function withEcho(people: number, seed: string, echo: number): number[][] {
  const random = uniforms(`${seed} echo`);
  return simulateGroups(items, people, seed).responses.map((row) =>
    row.map((k, i) => (i === 7 && random() < echo ? row[2]! : k)),
  );
}

test('Q3: of 15 clean data sets no pair is dependent, residuals correlate about −1/(items − 1)', () => {
  let sum = 0;
  let pairs = 0;
  for (let run = 0; run < 15; run++) {
    for (const { q3, dependent } of localDependence(
      items,
      simulateGroups(items, 500, `q3 ${run}`).responses,
    )) {
      expect(dependent).toBe(false);
      sum += q3;
      pairs++;
    }
  }
  expect(pairs).toBe(15 * 45);
  expect(sum / pairs).toBeGreaterThan(-0.14);
  expect(sum / pairs).toBeLessThan(-0.06);
});

test('Q3 finds the planted echo alone, with complete and with sparse answers', () => {
  const echoed = withEcho(2000, 'echo', 0.5);
  const sparse = echoed.map((row, p) => row.map((k, i) => ((p * 7 + i * 3) % 5 < 3 ? k : null)));
  for (const responses of [echoed, sparse]) {
    const dependent = localDependence(items, responses).filter((pair) => pair.dependent);
    expect(dependent.map(({ first, second }) => [first, second])).toEqual([[2, 7]]);
    expect(dependent[0]!.q3).toBeGreaterThan(0.2);
  }
});

test('with response style in the model it is no dependence between items keyed alike; an echo still is', () => {
  const random = uniforms('style pairs');
  const style = { loading: 0.8, keys: items.map((_, i) => (i % 2 ? -1 : 1)) };
  const responses = Array.from({ length: 4000 }, () => {
    const [theta, habit] = [normal(random), normal(random)];
    const row = items.map((item, i) =>
      drawCategory(item, theta + (style.loading * style.keys[i]! * habit) / item.a, random),
    );
    if (random() < 0.5) row[6] = row[3]!;
    return row;
  });
  const found = (given: { style?: typeof style }) =>
    localDependence(calibrate(responses, { nodes: 31, ...given }).items, responses, { ...given, draws: 2 })
      .filter(({ dependent }) => dependent)
      .map(({ first, second }) => `${first} ${second}`);
  expect(found({ style })).toEqual(['3 6']);
  expect(found({}).length).toBeGreaterThan(1);
});

test('with four answers of ten each pairs differ by themselves: draws of the model say by how much', () => {
  const uneven = items.map((item, i) => ({ ...item, a: i < 3 ? 3 : 0.8 }));
  const sparse = (echo: number) => {
    const random = uniforms('uneven');
    return Array.from({ length: 5000 }, () => {
      const theta = normal(random);
      const row: (number | null)[] = uneven.map((item) => drawCategory(item, theta, random));
      if (random() < echo) row[7] = row[2]!;
      return row.map((k) => (random() < 0.4 ? k : null));
    });
  };
  const spread = (draws: number) => {
    const sizes = localDependence(uneven, sparse(0), { draws }).map(({ excess }) => Math.abs(excess));
    return Math.max(...sizes);
  };
  expect(spread(4)).toBeLessThan(0.13);
  expect(spread(0)).toBeGreaterThan(0.15);
  const found = localDependence(uneven, sparse(0.7), { draws: 4 }).filter(({ dependent }) => dependent);
  expect(found.map(({ first, second }) => [first, second])).toEqual([[2, 7]]);
});

test('Q3 over two scales: correlated facets are no dependence, an echo across them is', () => {
  const random = uniforms('facets');
  const responses = Array.from({ length: 2000 }, () => {
    const one = normal(random);
    const two = 0.6 * one + 0.8 * normal(random);
    const row = items.map((item, i) => drawCategory(item, i < 5 ? one : two, random));
    if (random() < 0.5) row[8] = row[1]!;
    return row;
  });
  const facets = items.map((_, i) => (i < 5 ? 0 : 1));
  const pairs = localDependence(items, responses, { facets });
  expect(pairs.length).toBe(45);
  expect(pairs.filter(({ dependent }) => dependent).map(({ first, second }) => [first, second])).toEqual([
    [1, 8],
  ]);
});
