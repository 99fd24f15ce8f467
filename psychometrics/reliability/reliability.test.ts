import { expect, test } from 'vitest';
import bfi from '../fixtures/bfi_grm.json' with { type: 'json' };
import big5 from '../fixtures/big5_grm.json' with { type: 'json' };
import calibration from '../fixtures/calibration.json' with { type: 'json' };
import classical from '../fixtures/classical.json' with { type: 'json' };
import lsat from '../fixtures/lsat.json' with { type: 'json' };
import { goldenFolder, readScale } from '../testing/golden.ts';
import { alpha, alphaWithout, itemRest } from './alpha.ts';
import { empiricalReliability, marginalReliability, testInformation } from './information.ts';
import { minresFactor, mlFactor, omegaTotal } from './omega.ts';
import { reliability } from './reliability.ts';

const near = (actual: number, expected: number, tolerance: number, what: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual}, reference ${expected}`).toBeLessThan(tolerance);

for (const [name, scale] of Object.entries(classical.scales)) {
  test(`${name}: alpha, omega and the items' figures from the published correlations`, () => {
    const { correlation, sd } = scale;
    const covariance = correlation.map((row, i) => row.map((r, j) => r * sd[i]! * sd[j]!));
    near(alpha(covariance), scale.alphaComplete, 1e-8, 'alpha');
    near(alpha(correlation), scale.alphaStandardised, 1e-8, 'standardised alpha');
    near(omegaTotal(minresFactor(correlation)), scale.omegaMinres, 1e-5, 'omega, minres');
    near(omegaTotal(mlFactor(correlation)), scale.omegaMl, 1e-5, 'omega, ML');
    near(omegaTotal(mlFactor(covariance)), scale.omegaCovariance, 1e-5, 'omega, ML on covariances');
    sd.forEach((_, i) => {
      near(itemRest(covariance, i), scale.itemRest[i]!, 1e-8, `item-rest ${i}`);
      near(alphaWithout(covariance, i), scale.alphaIfDeleted[i]!, 1e-8, `alpha without ${i}`);
    });
  });
}

for (const name of Object.keys(calibration.scales)) {
  const folder = goldenFolder();
  const title = `${name}: from the raw rows, gaps included, as psych does`;
  test.skipIf(!folder)(
    folder ? title : `${title} (skipped: TETO_GOLDEN does not name the folder of raw rows)`,
    () => {
      const reference = (classical.scales as Record<string, (typeof classical.scales)['science']>)[name]!;
      const found = reliability(readScale(folder!, name));
      near(found.alpha, reference.alpha, 1e-8, 'alpha');
      near(found.omegaTotal, reference.omegaMinres, 1e-5, 'omega');
      expect(found).toMatchObject({ basis: 'complete', nComplete: reference.nComplete });
      found.items.forEach((item, i) => {
        // categories count from 0 here, from 1 there
        near(item.mean + 1, reference.mean[i]!, 1e-8, 'mean');
        near(item.sd, reference.sd[i]!, 1e-8, 'SD');
        near(item.itemRest, reference.itemRest[i]!, 1e-8, 'item-rest');
        near(item.alphaIfDeleted, reference.alphaIfDeleted[i]!, 1e-8, 'alpha if deleted');
      });
    },
  );
}

test('LSAT: alpha of rows', () => {
  for (const { patterns, frequencies, alpha: reference } of Object.values(lsat.tests)) {
    const rows = patterns.flatMap((pattern, p) => Array.from({ length: frequencies[p]! }, () => pattern));
    near(reliability(rows).alpha, reference, 1e-8, 'alpha');
  }
});

test('marginal reliability and test information agree with mirt', () => {
  for (const [name, scale] of Object.entries(calibration.scales)) {
    near(marginalReliability(scale.items), scale.marginalReliability, 1e-4, name);
  }
  for (const [name, scale] of [...Object.entries(big5.scales), ...Object.entries(bfi.scales)]) {
    testInformation(scale.items, scale.theta).forEach((value, t) => {
      near(value, scale.testInformation[t]!, 1e-8, `${name} at ${scale.theta[t]}`);
    });
  }
});

test('empirical reliability, by hand', () => {
  const estimates = [
    { value: -1, se: 0.5 },
    { value: 1, se: 0.5 },
  ];
  expect(empiricalReliability(estimates)).toBeCloseTo(2 / 2.25, 12);
  expect(empiricalReliability(estimates, [2, 2])).toBeCloseTo(4 / 3 / (4 / 3 + 0.25), 12);
});

test('adaptive data have no complete rows: everything is pairwise', () => {
  const rows = Array.from({ length: 300 }, (_, p) =>
    [0, 1, 2, 3].map((i) => ((p + i) % 4 === 0 ? null : ((p * 7 + i * (p % 3)) % 11) % 5)),
  );
  const found = reliability(rows);
  expect(found).toMatchObject({ basis: 'pairwise', nComplete: 0, n: 300 });
  for (const { mean, sd, itemRest: own } of found.items) {
    expect([mean, sd, own].every(Number.isFinite)).toBe(true);
  }
});

test('what has no reliability is named', () => {
  expect(() => reliability([])).toThrow('at least 2 items');
  expect(() => reliability([[1], [2]])).toThrow('at least 2 items');
  expect(() => reliability([[1, 2], [1]])).toThrow('responses[1] has 1 entries');
  expect(() =>
    reliability([
      [1, 2],
      [1, 3],
    ]),
  ).toThrow('item 0 does not vary');
  expect(() =>
    reliability([
      [1, null],
      [2, null],
      [null, 1],
      [null, 2],
    ]),
  ).toThrow('both item 0 and item 1');
});

test('a correlation no factor can give is no omega above 1', () => {
  // The third item's two correlations over that of the others ask for a λ² of 1.14 (a Heywood case).
  const r = [
    [1, 0.1, 0.25],
    [0.1, 1, 0.456],
    [0.25, 0.456, 1],
  ];
  const factor = minresFactor(r);
  expect(factor.converged).toBe(true);
  expect(Math.max(...factor.loadings) ** 2).toBeCloseTo(0.995, 10);
  expect(omegaTotal(factor)).toBeGreaterThan(0.4);
  expect(omegaTotal(factor)).toBeLessThan(0.8);
  const { omegaTotal: own } = reliability([
    [0, 1, 2],
    [1, 1, 0],
    [2, 0, 1],
    [0, 0, 0],
    [2, 1, 2],
  ]);
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(1);
});
