import { calibrate } from '../../psychometrics/calibration/calibrate.ts';
import { estimateEap } from '../../psychometrics/estimation/eap.ts';
import reference from '../../psychometrics/fixtures/calibration.json' with { type: 'json' };
import classical from '../../psychometrics/fixtures/classical.json' with { type: 'json' };
import lsat from '../../psychometrics/fixtures/lsat.json' with { type: 'json' };
import { alpha, alphaWithout, itemRest } from '../../psychometrics/reliability/alpha.ts';
import { empiricalReliability, marginalReliability } from '../../psychometrics/reliability/information.ts';
import { minresFactor, mlFactor, omegaTotal } from '../../psychometrics/reliability/omega.ts';
import { reliability } from '../../psychometrics/reliability/reliability.ts';
import { readScale } from '../../psychometrics/testing/golden.ts';
import { type Comparison, compare } from './compare.ts';

/** The tables of Bock & Lieberman (1970) and Bock & Aitkin (1981), two categories an item. */
export function patternTables(): Comparison[] {
  return Object.entries(lsat.tests).flatMap(([name, golden]) =>
    compare(name, (note) => {
      const { patterns, frequencies } = golden;
      const found = calibrate(patterns, { frequencies });
      note('logLik', found.logLik, golden.logLik, 0.05);
      found.items.forEach(({ a, b }, i) => {
        note('a', a, golden.a[i]!, 0.01);
        note('b', b[0]!, golden.b[i]!, 0.02);
      });
      const estimates = patterns.map((pattern) => estimateEap(found.items, pattern));
      estimates.forEach(({ value, se }, p) => {
        note('EAP', value, golden.eap[p]!, 1e-4);
        note('SE of EAP', se, golden.eapSe[p]!, 1e-4);
      });
      const empirical = empiricalReliability(estimates, frequencies);
      note('empirical reliability', empirical, golden.empiricalReliability, 5e-4);
      note('marginal reliability', marginalReliability(found.items), golden.marginalReliability, 1e-4);
      const rows = patterns.flatMap((row, p) => Array.from({ length: frequencies[p]! }, () => row));
      note('alpha', reliability(rows).alpha, golden.alpha, 1e-8);
    }),
  );
}

/** From the published correlations and standard deviations; no respondents' rows are needed. */
export function classicalFigures(): Comparison[] {
  return Object.entries(classical.scales).flatMap(([name, scale]) =>
    compare(name, (note) => {
      const { correlation, sd } = scale;
      const covariance = correlation.map((row, i) => row.map((r, j) => r * sd[i]! * sd[j]!));
      note('alpha, complete rows', alpha(covariance), scale.alphaComplete, 1e-8);
      note('omega total, minres', omegaTotal(minresFactor(correlation)), scale.omegaMinres, 1e-3);
      note('omega total, ML', omegaTotal(mlFactor(correlation)), scale.omegaMl, 1e-3);
      note('omega total, covariances', omegaTotal(mlFactor(covariance)), scale.omegaCovariance, 1e-3);
      sd.forEach((_, i) => {
        note('item-rest correlation', itemRest(covariance, i), scale.itemRest[i]!, 1e-8);
        note('alpha if deleted', alphaWithout(covariance, i), scale.alphaIfDeleted[i]!, 1e-8);
      });
    }),
  );
}

/** What needs respondents' rows: calibration of bfi and Science, alpha of rows with gaps. `folder` holds them. */
export function rawRows(folder: string): Comparison[] {
  return Object.entries(reference.scales).flatMap(([name, golden]) =>
    compare(`${name} (rows)`, (note) => {
      const rows = readScale(folder, name);
      const found = calibrate(rows);
      note('logLik', found.logLik, golden.logLik, 0.05);
      found.items.forEach(({ a, b, seA, seB }, i) => {
        const own = golden.items[i]!;
        note('a', a, own.a, 0.01);
        note('SE of a', seA, own.seA, 0.005);
        b.forEach((value, k) => {
          note('b', value, own.b[k]!, 0.02);
          note('SE of b', seB[k]!, own.seB[k]!, 0.01);
        });
      });
      const estimates = rows.map((row) => estimateEap(found.items, row));
      note('empirical reliability', empiricalReliability(estimates), golden.empiricalReliability, 5e-4);
      note('marginal reliability', marginalReliability(found.items), golden.marginalReliability, 1e-4);
      const scale = (classical.scales as Record<string, { alpha: number; omegaMinres: number }>)[name]!;
      note('alpha, all pairs', reliability(rows).alpha, scale.alpha, 1e-8);
      note('omega total', reliability(rows).omegaTotal, scale.omegaMinres, 1e-3);
    }),
  );
}
