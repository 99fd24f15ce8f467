import published from '../../psychometrics/fixtures/recovery.json' with { type: 'json' };
import stated from '../../psychometrics/fixtures/simulation.json' with { type: 'json' };
import { recoveryStudy } from '../../psychometrics/simulation/recovery.ts';
import { simulateTest } from '../../psychometrics/simulation/study.ts';
import { type Language, tetoEgen } from '../../psychometrics/testing.ts';
import type { Mode } from '../../psychometrics/types.ts';
import { columns } from './compare.ts';

const fixed = (value: number, digits = 3) => value.toFixed(digits);

/** Simulate, calibrate, compare, by N; the published figures are of another bank, once each. */
export function recoveryTable(replications: number): string {
  const { facets, items } = tetoEgen('en');
  const scales = facets.map((_, f) => items.filter(({ facet, pretest }) => facet === f && !pretest));
  const head = 'N|items of 8|bias a|RMSE a|(publ.)|bias b|RMSE b|(publ.)|MAD b|(publ.)|in 95 % band'.split(
    '|',
  );
  const lines = published.map(({ N, itemsPerPersonOf8: answered, RMSE_a, RMSE_b, MAD_b }) => {
    const found = recoveryStudy(scales, { people: N, answered, replications, seed: 'recovery' });
    const { biasA, rmseA, biasB, rmseB, madB, coverage95 } = found;
    const figures = [biasA, rmseA, RMSE_a, biasB, rmseB, RMSE_b, madB, MAD_b].map((value) => fixed(value));
    return [`${N}`, `${answered}`, ...figures, `${fixed(100 * coverage95, 1)} %`];
  });
  return columns([head, ...lines], 0);
}

/** The whole adaptive test with the bank, ours / as stated. */
export function simulationTable(people: number): string {
  const figures =
    'meanItems reached meanSE rmse reliability coverage95 typeAccuracy clearShare clearAccuracy';
  const names = figures.split(' ') as (keyof (typeof stated.rows)[number] &
    keyof ReturnType<typeof simulateTest>)[];
  const lines = stated.rows.map((row) => {
    const found = simulateTest(tetoEgen(row.language as Language), {
      n: people,
      seed: `${row.language} study`,
      mode: row.mode as Mode,
    });
    return [
      `${row.language} ${row.mode}`,
      ...names.map((name) => `${fixed(found[name])} / ${row[name]}`),
      `${found.p10}–${found.p90}`,
    ];
  });
  return columns([['', ...names, 'p10–p90'], ...lines], 1);
}
