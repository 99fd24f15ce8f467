import { expect, test } from 'vitest';
import golden from '../fixtures/sequential.json' with { type: 'json' };
import { uniforms } from '../testing.ts';
import {
  asymptoticRadius,
  bestPrecision,
  bestRho,
  logEvidence,
  normalMixtureBoundary,
  tRadius,
  zRadius,
} from './mixture.ts';
import { type Look, runningBands, sequentialTest } from './msprt.ts';
import { betaBinomialEvidence, sampleRatio } from './sample-ratio.ts';

/** Relative for what is far above 1 (Λ reaches 700,000; the reference is printed to 13 digits), else absolute. */
const near = (actual: number, expected: number, tolerance = 1e-9) =>
  expect(
    Math.abs(actual - expected) / Math.max(1, Math.abs(expected)),
    `${actual}, ${expected}`,
  ).toBeLessThan(tolerance);

test('mSPRT: Λ, p and confidence sequence agree with the reference to 1e-9', () => {
  const { tau2, alpha, looks } = golden.msprt_two_sample_bernoulli;
  const { looks: ours } = sequentialTest({ tau2, alpha, looks });
  const running = runningBands(ours);
  looks.forEach((look, i) => {
    near(ours[i]!.lambda, look.lambda);
    near(ours[i]!.lambda, look.lambda_numeric_integration);
    near(ours[i]!.p, look.p_always_valid);
    near(ours[i]!.ci[0], look.ci_lo);
    near(ours[i]!.ci[1], look.ci_hi);
    near(running[i]![0], look.ci_running_lo);
    near(running[i]![1], look.ci_running_hi);
    expect(ours[i]!.p <= alpha).toBe(look.reject);
  });
});

test('mSPRT: looks that cannot tell say nothing, impossible ones are refused by name', () => {
  const plan = { tau2: 0.0025, alpha: 0.05 };
  const [empty, oneSided] = sequentialTest({
    ...plan,
    looks: [
      { na: 0, xa: 0, nb: 0, xb: 0 },
      { na: 5, xa: 0, nb: 5, xb: 5 },
    ],
  }).looks;
  expect(empty).toEqual({ lambda: 1, p: 1, ci: [-1, 1] });
  expect(oneSided).toEqual({ lambda: 1, p: 1, ci: [-1, 1] });
  const look = { na: 10, xa: 3, nb: 10, xb: 4 };
  const of = (looks: Look[], rest = {}) => sequentialTest({ ...plan, ...rest, looks });
  expect(() => of([look], { tau2: 0 })).toThrow('tau2');
  expect(() => of([look], { alpha: 1 })).toThrow('alpha');
  expect(() => of([{ ...look, xb: 11 }])).toThrow('looks[0].xb');
  expect(() => of([look, { ...look, na: 9 }])).toThrow('looks[1].na');
  const [huge] = of([{ na: 1e6, xa: 1e5, nb: 1e6, xb: 9e5 }]).looks;
  expect(huge!.lambda).toBe(Number.MAX_VALUE);
  expect(huge!.p).toBeGreaterThan(0);
});

test('mSPRT: without a difference, 40 looks reject at most α of 600 experiments; a fixed z test does not', () => {
  const random = uniforms('null looks');
  let sequential = 0;
  let fixed = 0;
  for (let run = 0; run < 600; run++) {
    const looks: Look[] = [];
    const sum = { na: 0, xa: 0, nb: 0, xb: 0 };
    let peeked = false;
    for (let look = 0; look < 40; look++) {
      for (let i = 0; i < 50; i++) {
        sum.xa += random() < 0.3 ? 1 : 0;
        sum.xb += random() < 0.3 ? 1 : 0;
      }
      sum.na += 50;
      sum.nb += 50;
      looks.push({ ...sum });
      const pooled = (sum.xa + sum.xb) / (sum.na + sum.nb);
      const se = Math.sqrt((pooled * (1 - pooled) * 2) / sum.na);
      if (Math.abs(sum.xa - sum.xb) / sum.na / se > 1.96) peeked = true;
    }
    if (sequentialTest({ tau2: 0.0025, alpha: 0.05, looks }).looks.at(-1)!.p <= 0.05) sequential++;
    if (peeked) fixed++;
  }
  expect(sequential).toBeLessThanOrEqual(600 * 0.05);
  expect(fixed).toBeGreaterThan(600 * 0.15);
});

test('normal mixtures agree with the reference', () => {
  for (const row of golden.howard_normal_mixture) {
    near(normalMixtureBoundary(row.v, row.rho, row.alpha), row.u);
    // The reference found its ρ by a numeric search: eight digits.
    near(bestRho(row.v, row.alpha) / row.rho_opt_for_v, 1, 1e-7);
    near(normalMixtureBoundary(row.v, bestRho(row.v, row.alpha), row.alpha), row.u_at_rho_opt);
  }
  for (const row of golden.asymptotic_cs)
    near(asymptoticRadius(row.t, row.sigma, row.rho, row.alpha), row.radius);
  for (const row of golden.avlm_z_t_radius) {
    near(zRadius(row, row.alpha), row.z_radius);
    near(tRadius(row, row.alpha), row.t_radius);
    near(logEvidence(row, 9), row.logG_t2_9);
    near(Math.min(1, Math.exp(-logEvidence(row, 9))), row.p_t2_9);
  }
  near(bestPrecision(10_000, 5, 0.05) / golden.optimal_g_n10000_k5_alpha05, 1, 1e-4);
});

test('e-values of rates and sample ratios agree with the reference', () => {
  for (const row of golden.beta_binomial_evalue) near(betaBinomialEvidence(row.s, row.n, row.p0), row.E);
  for (const row of golden.srm_dirichlet) near(sampleRatio([row.x], row.theta0, row.alpha)[0]!.e, row.E);
});

test('sample ratio: χ² of the textbook, a p that only falls, and refusals', () => {
  const [even, odd] = sampleRatio(
    [
      [500, 500],
      [5000, 5400],
    ],
    [1, 1],
  );
  expect(even!.p).toBe(1);
  expect(odd!.chi2).toBeCloseTo(400 ** 2 / 10_400, 10);
  expect(odd!.p).toBeCloseTo(8.78e-5, 6);
  expect(odd!.anytimeP).toBeLessThan(0.05);
  expect(sampleRatio([[0, 0]], [1, 1])[0]).toMatchObject({ chi2: 0, p: 1, e: 1 });
  expect(() => sampleRatio([[1, 2, 3]], [1, 1])).toThrow('looks[0]');
  expect(() => sampleRatio([[1, 2]], [1, 0])).toThrow('shares');
});
