import { writeFileSync } from 'node:fs';
import { type Bank, toDefinition } from '../instruments/load.ts';
import bank from '../instruments/teto-egen/v1/bank.json' with { type: 'json' };
import { marginalReliability } from '../psychometrics/reliability/information.ts';
import { score } from '../psychometrics/scoring/score.ts';
import { drawPerson, normal, tap, uniforms } from '../psychometrics/simulation/person.ts';
import { simulateTest, squaredCorrelation, takeTest } from '../psychometrics/simulation/study.ts';
import type { Definition, Item, Mode } from '../psychometrics/types.ts';
import { at } from './lib/paths.ts';
import { main, say } from './lib/say.ts';

const MODES: readonly Mode[] = ['quick', 'default', 'precise'];
const OUT = at('instruments', 'teto-egen', 'v1', 'simulated.json');

const rounded = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** The facets as the test scores them, and how many people were asked how many scored questions. */
export function facetStudy(
  definition: Definition,
  { n, seed, mode }: { n: number; seed: string; mode: Mode },
) {
  const { facets } = definition;
  const truth = facets.map(() => new Float64Array(n));
  const estimate = facets.map(() => new Float64Array(n));
  const se = facets.map(() => 0);
  const asked = facets.map(() => 0);
  const counts = new Map<number, number>();
  const facetOf = new Map(definition.items.map(({ id, facet, pretest }) => [id, pretest ? -1 : facet]));
  for (let p = 0; p < n; p++) {
    const random = uniforms(`${seed} ${p}`);
    const person = drawPerson(definition, random);
    const { answers } = takeTest(definition, mode, `${seed}:${p}`, (item) =>
      tap(definition, item, person, random),
    );
    const found = score(definition, answers);
    counts.set(found.items, (counts.get(found.items) ?? 0) + 1);
    for (const { item } of answers) {
      const facet = facetOf.get(item) ?? -1;
      if (facet >= 0) asked[facet] = (asked[facet] ?? 0) + 1 / n;
    }
    found.facets.forEach((one, f) => {
      (truth[f] as Float64Array)[p] = person[f] as number;
      (estimate[f] as Float64Array)[p] = one.value;
      se[f] = (se[f] as number) + one.se / n;
    });
  }
  return {
    facets: facets.map((facet, f) => ({
      facet,
      items: rounded(asked[f] as number, 2),
      meanSE: rounded(se[f] as number),
      reliability: rounded(squaredCorrelation(truth[f] as Float64Array, estimate[f] as Float64Array)),
    })),
    counts: [...counts].sort(([a], [b]) => a - b).map(([items, count]) => ({ items, count })),
  };
}

/**
 * Marginal reliability of a facet's scored items, with the 2.5th and 97.5th percentile over `draws` redrawings of
 * their parameters from their standard errors, taken as independent normals; thresholds are put in order again.
 */
export function reliabilityBand(
  items: readonly (Pick<Item, 'a' | 'b'> & { seA: number; seB: readonly number[] })[],
  draws: number,
  seed: string,
) {
  const random = uniforms(seed);
  const drawn = Array.from({ length: draws }, () =>
    marginalReliability(
      items.map(({ a, b, seA, seB }) => ({
        a: Math.max(0.05, a + seA * normal(random)),
        b: b.map((value, k) => value + (seB[k] ?? 0) * normal(random)).sort((x, y) => x - y),
      })),
    ),
  ).sort((x, y) => x - y);
  const quantile = (share: number) => drawn[Math.round(share * (draws - 1))] as number;
  const value = marginalReliability(items);
  return { value: rounded(value), low: rounded(quantile(0.025)), high: rounded(quantile(0.975)) };
}

/** Every simulated figure of the technical page for one language. */
function language(name: string, people: number, draws: number, seed: string) {
  const definition = toDefinition(bank as Bank, name);
  const standard = new Map(
    bank.items.map(({ id, seA = 0, seB = [] }) => [id, { seA, seB: seB as number[] }]),
  );
  const ratios = (bank.slopeRatioByLanguage as Record<string, Record<string, number> | string>)[name];
  const whole = definition.facets.map((facet, f) => {
    const ratio = typeof ratios === 'object' ? (ratios[facet] ?? 1) : 1;
    const own = definition.items.filter((item) => !item.pretest && item.facet === f);
    const drawn = own.map(({ id, a, b }) => {
      const { seA, seB } = standard.get(id) ?? { seA: 0, seB: [] };
      return { a, b, seA: seA * ratio, seB };
    });
    return { facet, ...reliabilityBand(drawn, draws, `${seed} ${facet}`) };
  });
  const modes = MODES.map((mode) => {
    const options = { n: people, seed: `${seed} ${name} ${mode}`, mode };
    const study = Object.entries(simulateTest(definition, options)).map(([key, value]) => [
      key,
      rounded(value),
    ]);
    say(`${name} ${mode}: ${people} people`);
    return {
      mode,
      ...(Object.fromEntries(study) as unknown as ReturnType<typeof simulateTest>),
      ...facetStudy(definition, options),
    };
  });
  return { language: name, whole, modes };
}

/** The whole document; `seed` makes it the same again. */
export function simulated(people: number, draws: number, seed: string, date: string) {
  return {
    assessment: bank.assessment,
    version: bank.version,
    parametersDate: bank.parametersDate,
    command: 'node tools/run.mjs tools/simulate.ts',
    date,
    seed,
    people,
    draws,
    languages: Object.keys(bank.modes).map((name) => language(name, people, draws, seed)),
  };
}

if (import.meta.main) {
  await main(async () => {
    const date = new Date().toISOString().slice(0, 10);
    const [people = '5000', seed = 'teto-egen v1'] = process.argv.slice(2);
    const document = simulated(Number(people), 400, seed, date);
    writeFileSync(OUT, `${JSON.stringify(document, null, 1)}\n`);
    say(`wrote ${OUT}`);
  });
}
