import { expect, test } from 'vitest';
import golden from '../fixtures/big5_dif.json' with { type: 'json' };
import { big5File, coded, groupsOf, readBig5 } from '../testing/big5.ts';
import { difAnalysis } from './dif.ts';
import { likelihoodRatioDif } from './likelihood-ratio.ts';

// The rows are not ours to ship. TETO_BIG5=<data.csv> is the public file of openpsychometrics.org (BIG5, 19,719 rows).
const path = big5File();
const title = (name: string) => (path ? name : `${name} (skipped: TETO_BIG5 does not name the data file)`);

test.skipIf(!path)(title('30 items of BIG5 agree with MASS::polr (.01), Mantel and others (1e-6)'), () => {
  const people = readBig5(path!);
  const group = groupsOf(people);
  for (const [name, reference] of Object.entries(golden.scales)) {
    expect(group.filter((g) => g === 0).length).toBe(reference.nMale);
    const responses = coded(people, name, reference);
    difAnalysis(responses, group).items.forEach((ours, i) => {
      const theirs = reference.items[i]!;
      const near = (a: number | null, b: number, tolerance: number, what: string) =>
        expect(Math.abs((a ?? Number.NaN) - b), `${theirs.item} ${what}: ${a}, reference ${b}`).toBeLessThan(
          tolerance,
        );
      near(ours.uniformChi2, theirs.chi2_uniform, 0.01, 'uniform χ²');
      near(ours.nonuniformChi2, theirs.chi2_nonuniform, 0.01, 'non-uniform χ²');
      near(ours.bothChi2, theirs.chi2_total, 0.01, 'both χ²');
      near(ours.mcfaddenChange, theirs.mcfaddenR2_change_13, 1e-5, 'McFadden');
      near(ours.mcfaddenUniformChange, theirs.mcfaddenR2_change_12, 1e-5, 'McFadden, uniform');
      near(ours.groupEffect, theirs.beta_group_model2, 1e-3, 'group effect');
      near(ours.mantel, theirs.mantel_chi2, 1e-6, 'Mantel');
      near(ours.mantelP, theirs.mantelP, 1e-6, 'Mantel p');
      near(ours.liuAgresti, theirs.liuAgresti_psi, 1e-6, 'Liu–Agresti');
      near(ours.smd, theirs.smd, 1e-6, 'SMD');
      near(ours.smdStandardised, theirs.smd_over_sd, 1e-6, 'SMD / SD');
    });
  }
});

test.skipIf(!path)(title('likelihood-ratio DIF of BIG5 A agrees with mirt'), () => {
  const people = readBig5(path!);
  const group = groupsOf(people);
  const { femaleMean, femaleVar, items } = golden.likelihoodRatio;
  const found = likelihoodRatioDif(coded(people, 'A', golden.scales.A), group, [1, 5, 8]);
  expect(Math.abs(found.focal.mean - femaleMean)).toBeLessThan(1e-4);
  expect(Math.abs(found.focal.variance - femaleVar)).toBeLessThan(1e-4);
  expect(Math.abs(found.logLik - items.A2.logLik_constrained)).toBeLessThan(1e-4);
  [items.A2, items.A6, items.A9].forEach(({ X2, df, p }, i) => {
    expect(found.items[i]).toMatchObject({ df, converged: true });
    expect(Math.abs(found.items[i]!.chi2 - X2)).toBeLessThan(1e-4);
    expect(Math.abs(found.items[i]!.p - p)).toBeLessThan(1e-6);
  });
});
