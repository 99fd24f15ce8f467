/**
 * How long the calibration takes, beside a plain implementation of the same EM in the same run: a person at a time,
 * every probability made anew, the M step by a search along each parameter. Both do the same number of EM cycles on
 * the same data and must agree. Then the sizes that matter, on one core. Run: node bench/calibration.ts
 */
import { calibrate } from '../psychometrics/calibration/calibrate.ts';
import { maximise, maximiseSpace } from '../psychometrics/calibration/maximise.ts';
import { groupPatterns } from '../psychometrics/calibration/patterns.ts';
import { expectedCounts, fillLogTable, normalGrid } from '../psychometrics/calibration/quadrature.ts';
import { facetCorrelations } from '../psychometrics/calibration/sigma.ts';
import { probabilities } from '../psychometrics/model.ts';
import { drawCategory, drawPerson, uniforms } from '../psychometrics/simulation/person.ts';
import { tetoEgen } from '../psychometrics/testing.ts';

const definition = tetoEgen('en');
const items = definition.items.filter(({ pretest }) => !pretest);
type Rows = (number | null)[][];

/** 48 items, `share` of them answered by each of `people`; with one dimension every item measures the first facet. */
function simulate(people: number, share: number, oneDimension = false): Rows {
  const random = uniforms(`bench ${people} ${share}`);
  return Array.from({ length: people }, () => {
    const person = drawPerson(definition, random);
    return items.map((item) =>
      random() < share ? drawCategory(item, person[oneDimension ? 0 : item.facet]!, random) : null,
    );
  });
}

const facetOf = (rows: Rows, facet: number) =>
  rows.map((row) => row.filter((_, i) => items[i]!.facet === facet));

function timed<T>(work: () => T): { seconds: number; value: T } {
  const start = performance.now();
  const value = work();
  return { seconds: (performance.now() - start) / 1000, value };
}

interface Plain {
  a: number;
  d: number[];
}

const NODES = Array.from({ length: 61 }, (_, q) => q / 5 - 6);
const curveOf = ({ a, d }: Plain) => ({ a, b: d.map((x) => -x / a) });

/** One EM cycle by the book: the new items and the log-likelihood of the old. */
function plainCycle(rows: Rows, old: Plain[]): { items: Plain[]; logLik: number } {
  const mass = NODES.reduce((sum, theta) => sum + Math.exp((-theta * theta) / 2), 0);
  const counts = old.map(({ d }) => Array.from({ length: d.length + 1 }, () => NODES.map(() => 0)));
  let logLik = 0;
  for (const row of rows) {
    const posterior = NODES.map((theta) =>
      row.reduce<number>(
        (p, category, i) => (category === null ? p : p * probabilities(curveOf(old[i]!), theta)[category]!),
        Math.exp((-theta * theta) / 2) / mass,
      ),
    );
    const likelihood = posterior.reduce((sum, p) => sum + p, 0);
    logLik += Math.log(likelihood);
    row.forEach((category, i) => {
      if (category === null) return;
      posterior.forEach((p, q) => {
        counts[i]![category]![q]! += p / likelihood;
      });
    });
  }
  const items = old.map((item, i) => {
    const value = (x: Plain) =>
      NODES.reduce(
        (sum, theta, q) =>
          sum + probabilities(curveOf(x), theta).reduce((s, p, k) => s + counts[i]![k]![q]! * Math.log(p), 0),
        0,
      );
    // Ascent one parameter at a time, its step by the first two differences, until none moves.
    let now = item;
    const moved = (k: number, by: number): Plain => ({
      a: now.a + (k === 0 ? by : 0),
      d: now.d.map((x, j) => (j === k - 1 ? x + by : x)),
    });
    for (let round = 0, largest = 1; round < 200 && largest > 1e-4; round++) {
      largest = 0;
      for (let k = 0; k <= now.d.length; k++) {
        const h = 1e-4;
        const [low, here, high] = [value(moved(k, -h)), value(now), value(moved(k, h))];
        const step = (-0.5 * h * (high - low)) / (high - 2 * here + low);
        now = moved(k, step);
        largest = Math.max(largest, Math.abs(step));
      }
    }
    return now;
  });
  return { items, logLik };
}

/** As many plain cycles with the engine's own steps, without its leaps: the same work as `plainCycle`. */
function engineCycles(rows: Rows, start: Plain[], cycles: number): number {
  const patterns = groupPatterns(rows);
  const grid = normalGrid(61, 6);
  const x = Float64Array.from(start.flatMap(({ a, d }) => [a, ...d]));
  const table = new Float64Array(x.length * 61);
  const counts = new Float64Array(x.length * 61);
  const space = maximiseSpace(5);
  let logLik = 0;
  for (let cycle = 0; cycle < cycles; cycle++) {
    fillLogTable(patterns, x, grid, table);
    logLik = expectedCounts(patterns, table, grid, new Float64Array(61), counts);
    maximise(patterns, counts, grid, x, space);
  }
  return logLik;
}

const CYCLES = 4;
const small = facetOf(simulate(1000, 0.5), 0);
const start: Plain[] = small[0]!.map(() => ({ a: 1, d: [2, 0.7, -0.7, -2] }));
const plain = timed(() => {
  let state = { items: start, logLik: 0 };
  for (let cycle = 0; cycle < CYCLES; cycle++) state = plainCycle(small, state.items);
  return state.logLik;
});
engineCycles(small, start, CYCLES);
const engine = timed(() => engineCycles(small, start, CYCLES));
// The engine's M step ends after four steps a cycle, the plain one at its maximum: within the tolerance of logLik.
if (Math.abs(engine.value - plain.value) > 0.05) {
  throw new Error(`log-likelihood ${engine.value}, by the plain implementation ${plain.value}`);
}
console.log(
  `${CYCLES} EM cycles, 8 items × 1,000 people, half answered; logLik ${engine.value.toFixed(3)}, plain ${plain.value.toFixed(3)}`,
);
console.table([
  {
    'engine s': engine.seconds.toFixed(3),
    'plain s': plain.seconds.toFixed(3),
    'plain / engine': (plain.seconds / engine.seconds).toFixed(0),
  },
]);

const rows: Record<string, string>[] = [];
function show(what: string, work: () => { cycles?: number; converged: boolean }[]): void {
  const { seconds, value } = timed(work);
  rows.push({
    what,
    seconds: seconds.toFixed(2),
    'EM cycles': value.map(({ cycles }) => cycles ?? '–').join(' '),
    converged: `${value.every(({ converged }) => converged)}`,
  });
}
const sparse = simulate(5000, 0.5);
const calibrated = definition.facets.map((_, f) => ({ responses: facetOf(sparse, f) }));
show('six facets of 8 items × 5,000, 24 answers each, standard errors', () =>
  calibrated.map(({ responses }) => calibrate(responses)),
);
show('the same with response style in the model, as the nightly calibration does', () =>
  calibrated.map(({ responses }, f) => {
    const keys = items.filter(({ facet }) => facet === f).map(({ key }) => key);
    return calibrate(responses, { nodes: 31, style: { loading: definition.acquiescence, keys } });
  }),
);
show('facet correlations of the same, 15 pairs', () => {
  const facets = calibrated.map(({ responses }, f) => ({
    responses,
    items: items.filter(({ facet }) => facet === f),
  }));
  return [{ converged: facetCorrelations(facets).converged }];
});
const one = simulate(5000, 0.5, true);
show('48 items as one scale × 5,000, 24 answers each, standard errors', () => [calibrate(one)]);
const full = simulate(10_000, 1.1, true);
show('48 items as one scale × 10,000, all answered, standard errors', () => [calibrate(full)]);
console.table(rows);
