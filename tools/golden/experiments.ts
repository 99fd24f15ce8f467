import golden from '../../psychometrics/fixtures/sequential.json' with { type: 'json' };
import {
  asymptoticRadius,
  bestRho,
  normalMixtureBoundary,
  tRadius,
  zRadius,
} from '../../psychometrics/sequential/mixture.ts';
import { sequentialTest } from '../../psychometrics/sequential/msprt.ts';
import { betaBinomialEvidence, sampleRatio } from '../../psychometrics/sequential/sample-ratio.ts';
import { type Comparison, compare } from './compare.ts';

/** Tests that may be watched, against closed forms in R and numeric integration. Λ is compared as ratio. */
export function experiments(): Comparison[] {
  return compare('sequential', (note) => {
    const { tau2, alpha, looks } = golden.msprt_two_sample_bernoulli;
    const found = sequentialTest({ tau2, alpha, looks }).looks;
    looks.forEach((look, i) => {
      note('mSPRT Λ, ours / reference', found[i]!.lambda / look.lambda, 1, 1e-9);
      note('always-valid p', found[i]!.p, look.p_always_valid, 1e-9);
      note('confidence sequence', found[i]!.ci[0], look.ci_lo, 1e-9);
      note('confidence sequence', found[i]!.ci[1], look.ci_hi, 1e-9);
    });
    for (const row of golden.howard_normal_mixture) {
      note('normal mixture boundary', normalMixtureBoundary(row.v, row.rho, row.alpha), row.u, 1e-9);
      const best = bestRho(row.v, row.alpha);
      note('boundary at the best ρ', normalMixtureBoundary(row.v, best, row.alpha), row.u_at_rho_opt, 1e-9);
      // The reference found its ρ by a numeric search, good to eight digits; ours is the root in closed form.
      note('best ρ, ours / reference', best / row.rho_opt_for_v, 1, 1e-7);
    }
    for (const row of golden.asymptotic_cs) {
      note('asymptotic radius', asymptoticRadius(row.t, row.sigma, row.rho, row.alpha), row.radius, 1e-9);
    }
    for (const row of golden.avlm_z_t_radius) {
      note('z radius', zRadius(row, row.alpha), row.z_radius, 1e-9);
      note('t radius', tRadius(row, row.alpha), row.t_radius, 1e-9);
    }
    for (const { s, n, p0, E } of golden.beta_binomial_evalue) {
      note('beta-binomial E', betaBinomialEvidence(s, n, p0), E, 1e-9);
    }
    for (const row of golden.srm_dirichlet) {
      note('sample ratio E', sampleRatio([row.x], row.theta0, row.alpha)[0]!.e, row.E, 1e-9);
    }
  });
}
