/**
 * How long the engine takes to choose the next item and to score 24 answers, beside a plain implementation of the
 * same formulas in the same run: nested arrays made anew, and a full matrix inverse for every candidate.
 * Run: node bench/selection.ts
 */

import { firstItem, progress } from '../psychometrics/adaptive/progress.ts';
import { draw } from '../psychometrics/adaptive/random.ts';
import { information, probabilities } from '../psychometrics/model.ts';
import { score } from '../psychometrics/scoring/score.ts';
import { drawPerson, take, tap, tetoEgen, uniforms } from '../psychometrics/testing.ts';
import type { Answer, Definition, Item } from '../psychometrics/types.ts';

const SEED = 'bench';

type Matrix = number[][];

function inverse(matrix: Matrix): Matrix {
  const n = matrix.length;
  const wide = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let p = 0; p < n; p++) {
    wide[p] = wide[p]!.map((x) => x / wide[p]![p]!);
    for (let i = 0; i < n; i++) {
      if (i !== p) wide[i] = wide[i]!.map((x, j) => x - wide[i]![p]! * wide[p]![j]!);
    }
  }
  return wide.map((row) => row.slice(n));
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const times = (matrix: Matrix, vector: number[]) =>
  matrix.map((row) => sum(row.map((x, i) => x * vector[i]!)));
const inner = (a: number[], b: number[]) => sum(a.map((x, i) => x * b[i]!));

function loadings({ sigma, acquiescence }: Definition, item: Item): number[] {
  return [...sigma.map((_, f) => (f === item.facet ? 1 : 0)), (item.key * acquiescence) / item.a];
}

function plainEstimate(definition: Definition, items: Item[], responses: number[]) {
  const prior = [...definition.sigma.map((row) => [...row, 0]), [...definition.sigma.map(() => 0), 1]];
  const precision = inverse(prior);
  let theta = precision.map(() => 0);
  for (;;) {
    let gradient = times(precision, theta).map((x) => -x);
    let hessian = precision.map((row) => [...row]);
    items.forEach((item, n) => {
      const v = loadings(definition, item);
      const z = inner(v, theta);
      const p = probabilities(item, z);
      const upper = sum(p.slice(responses[n]!));
      const lower = sum(p.slice(responses[n]! + 1));
      const curvature = item.a ** 2 * (upper * (1 - upper) + lower * (1 - lower));
      gradient = gradient.map((g, i) => g + item.a * (1 - upper - lower) * v[i]!);
      hessian = hessian.map((row, i) => row.map((h, j) => h + curvature * v[i]! * v[j]!));
    });
    const covariance = inverse(hessian);
    const step = times(covariance, gradient);
    const largest = Math.max(...step.map(Math.abs));
    theta = theta.map((t, i) => t + step[i]! / Math.max(1, largest));
    if (largest < 1e-8) return { theta, covariance, hessian };
  }
}

function split(definition: Definition, answers: Answer[]) {
  const items = answers.map(({ item }) => definition.items.find(({ id }) => id === item)!);
  const responses = answers.map(({ category }, i) => (items[i]!.key > 0 ? category : 4 - category));
  return { items, responses };
}

function plainNext(definition: Definition, answers: Answer[]): string {
  const { items, responses } = split(definition, answers);
  const { theta, hessian, covariance } = plainEstimate(definition, items, responses);
  const w = [...definition.weights, 0];
  const before = inner(w, times(covariance, w));
  const counts = definition.facets.map((_, f) => items.filter(({ facet }) => facet === f).length);
  const minusRun = items.length > 1 && items.slice(-2).every(({ key }) => key < 0);
  const open = definition.items.filter(
    (item) => !item.pretest && !items.includes(item) && !(minusRun && item.key < 0),
  );
  const filling = open.filter(({ facet }) => counts[facet]! < 2);
  const ranked = (filling.length ? filling : open).map((item) => {
    const v = loadings(definition, item);
    const i = information(item, inner(v, theta));
    const after = inverse(hessian.map((row, r) => row.map((h, c) => h + i * v[r]! * v[c]!)));
    return { id: item.id, gain: before - inner(w, times(after, w)) };
  });
  ranked.sort((a, b) => b.gain - a.gain);
  return ranked[Math.floor(draw(SEED, answers.length) * Math.min(4, ranked.length))]!.id;
}

function plainScore(definition: Definition, answers: Answer[]): number {
  const { items, responses } = split(definition, answers);
  return inner(definition.weights as number[], plainEstimate(definition, items, responses).theta);
}

/** The fastest of several rounds, in µs a call: the least disturbed by whatever else the machine does. */
function microseconds(work: () => unknown): number {
  const rounds = Array.from({ length: 15 }, () => {
    let calls = 0;
    const start = performance.now();
    while (performance.now() - start < 25) {
      work();
      calls++;
    }
    return (1000 * (performance.now() - start)) / calls;
  });
  return Math.min(...rounds);
}

const whole = tetoEgen('ko');
// Without pretest items and early stop, so that both do the same work at every step.
const rule = { se: 0, min: 12, max: 36 };
const definition: Definition = {
  ...whole,
  modes: { quick: rule, default: rule, precise: rule },
  items: whole.items.filter((item) => !item.pretest),
};
const random = uniforms('taker');
const person = drawPerson(definition, random);
const { answers } = take(definition, SEED, 'default', (item) => tap(definition, item, person, random));

const rows: { what: string; 'engine µs': string; 'plain µs': string; 'engine / plain': string }[] = [];
function compare(what: string, engine: () => unknown, plain: () => unknown): void {
  const [a, b] = [microseconds(engine), microseconds(plain)];
  rows.push({
    what,
    'engine µs': a.toFixed(1),
    'plain µs': b.toFixed(1),
    'engine / plain': (a / b).toFixed(3),
  });
}

for (const step of [1, 12, 23]) {
  const given = answers.slice(0, step);
  const session = { seed: SEED, mode: 'default' as const, answers: given };
  const [ours, theirs] = [progress(definition, session).next, plainNext(definition, given)];
  if (ours !== theirs) throw new Error(`step ${step}: the engine asks ${ours}, the plain formulas ${theirs}`);
  compare(
    `next item after ${step} answers`,
    () => progress(definition, session),
    () => plainNext(definition, given),
  );
}
const full = answers.slice(0, 24);
const [ours, theirs] = [score(definition, full).axis.value, plainScore(definition, full)];
if (Math.abs(ours - theirs) > 1e-7) throw new Error(`axis ${ours}, by the plain formulas ${theirs}`);
compare(
  'score of 24 answers',
  () => score(definition, full),
  () => plainScore(definition, full),
);

console.log(
  `first item: ${firstItem(definition).id}; the engine and the plain formulas agree at every step shown`,
);
console.table(rows);
