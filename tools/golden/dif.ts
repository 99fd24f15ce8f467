import { calibrate } from '../../psychometrics/calibration/calibrate.ts';
import { difAnalysis } from '../../psychometrics/dif/dif.ts';
import { likelihoodRatioDif } from '../../psychometrics/dif/likelihood-ratio.ts';
import { stratify } from '../../psychometrics/dif/mantel.ts';
import { fitOrdinal } from '../../psychometrics/dif/ordinal.ts';
import { countTable } from '../../psychometrics/dif/table.ts';
import dif from '../../psychometrics/fixtures/big5_dif.json' with { type: 'json' };
import big5 from '../../psychometrics/fixtures/big5_grm.json' with { type: 'json' };
import published from '../../psychometrics/fixtures/published_dif.json' with { type: 'json' };
import { chiSquareTail } from '../../psychometrics/numerics/gamma.ts';
import { coded, groupsOf, readBig5 } from '../../psychometrics/testing/big5.ts';
import { type Comparison, compare } from './compare.ts';

/** DIF as far as it can be told without respondents' rows: published tables whole, of BIG5 the tails of χ². */
export function difFigures(): Comparison[] {
  return [
    ...compare('impairment', (note) => {
      const { people, two, three } = published.impairment;
      const [level, group, events] = [0, 1, 2].map((column) => people.map((row) => row[column]!));
      const table = countTable(level!, group!, events!);
      for (const [q, expected] of [
        [2, two],
        [3, three],
      ] as const) {
        const found = fitOrdinal(table, q);
        note(`-2 log L, ${q} terms`, -2 * found.logLik, expected.deviance, 1e-6);
        found.zeta.forEach((value, k) => {
          note(`cutpoints, ${q} terms`, value, expected.zeta[k]!, 1e-4);
        });
        found.beta.forEach((value, k) => {
          note(`effects, ${q} terms`, value, expected.beta[k]!, 1e-4);
        });
      }
    }),
    ...compare('Berkeley', (note) => {
      const { departments, mantelHaenszel, oddsRatio } = published.berkeley;
      const counts = Float64Array.from(departments.flat());
      const found = stratify({
        x: Float64Array.from(departments, (_, i) => i),
        categories: 2,
        scores: [0, 1],
        counts,
        n: counts.reduce((sum, count) => sum + count, 0),
      });
      note('Mantel–Haenszel χ²', found.mantel, mantelHaenszel, 1e-6);
      note('common odds ratio', found.liuAgresti, oddsRatio, 1e-6);
    }),
    ...Object.entries(dif.scales).flatMap(([name, { items }]) =>
      compare(`big5 ${name}, DIF`, (note) => {
        for (const item of items) {
          note('p of uniform χ²', chiSquareTail(item.chi2_uniform, 1), item.p_uniform, 1e-9);
          note('p of non-uniform χ²', chiSquareTail(item.chi2_nonuniform, 1), item.p_nonuniform, 1e-9);
          note('p of both', chiSquareTail(item.chi2_total, 2), item.p_total_df2, 1e-9);
          note('p of Mantel χ²', chiSquareTail(item.mantel_chi2, 1), item.mantelP, 1e-9);
        }
      }),
    ),
  ];
}

/** Calibration and DIF of the reference's 2,500 people of BIG5; `file` is the data as published. */
export function big5Rows(file: string): Comparison[] {
  const people = readBig5(file);
  const group = groupsOf(people);
  return [
    ...Object.entries(dif.scales).flatMap(([name, golden]) => {
      const responses = coded(people, name, golden);
      const scale = big5.scales[name as keyof typeof big5.scales];
      return compare(`big5 ${name} (rows)`, (note) => {
        const found = calibrate(responses);
        note('logLik', found.logLik, scale.logLik, 0.05);
        found.items.forEach(({ a, b, seA, seB }, i) => {
          const own = scale.items[i]!;
          note('a', a, own.a, 0.01);
          note('SE of a', seA, own.seA, 0.005);
          b.forEach((value, k) => {
            note('b', value, own.b[k]!, 0.02);
            note('SE of b', seB[k]!, own.seB[k]!, 0.01);
          });
        });
        difAnalysis(responses, group).items.forEach((ours, i) => {
          const theirs = golden.items[i]!;
          note('uniform χ²', ours.uniformChi2, theirs.chi2_uniform, 0.01);
          note('non-uniform χ²', ours.nonuniformChi2, theirs.chi2_nonuniform, 0.01);
          note('both χ²', ours.bothChi2, theirs.chi2_total, 0.01);
          note('pseudo-R² change', ours.mcfaddenChange, theirs.mcfaddenR2_change_13, 1e-5);
          note('Mantel χ²', ours.mantel, theirs.mantel_chi2, 1e-6);
          note('Liu–Agresti ψ', ours.liuAgresti, theirs.liuAgresti_psi, 1e-6);
          note('SMD', ours.smd, theirs.smd, 1e-6);
          note('SMD / SD', ours.smdStandardised, theirs.smd_over_sd, 1e-6);
        });
      });
    }),
    ...compare('big5 A, IRT LR (rows)', (note) => {
      const { femaleMean, femaleVar, items } = dif.likelihoodRatio;
      const found = likelihoodRatioDif(coded(people, 'A', dif.scales.A), group, [1, 5, 8]);
      note('mean of women', found.focal.mean, femaleMean, 1e-3);
      note('variance of women', found.focal.variance, femaleVar, 1e-3);
      [items.A2, items.A6, items.A9].forEach(({ X2 }, i) => {
        note('χ²', found.items[i]!.chi2, X2, 0.01);
      });
    }),
  ];
}
