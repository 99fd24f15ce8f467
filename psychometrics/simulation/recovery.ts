import { calibrate } from '../calibration/calibrate.ts';
import type { Curve } from '../model.ts';
import { drawCategory, normal, uniforms } from './person.ts';

/** Error of calibrated parameters over all items and replications, in the truth's metric. */
export interface Recovery {
  people: number;
  /** items each person answered */
  answered: number;
  replications: number;
  biasA: number;
  rmseA: number;
  biasB: number;
  rmseB: number;
  /** median absolute error of b: what one unlucky threshold does not move */
  madB: number;
  /** share of all a and b whose ±1.96 SE band covers the truth */
  coverage95: number;
  converged: number;
}

/** Which of `items` a person answers: `answered` of them by lot (Fisher–Yates). */
function lot(items: number, answered: number, random: () => number): Uint8Array {
  const order = Array.from({ length: items }, (_, i) => i);
  const chosen = new Uint8Array(items);
  for (let i = 0; i < answered; i++) {
    const j = i + Math.floor(random() * (items - i));
    chosen[order[j]!] = 1;
    order[j] = order[i]!;
  }
  return chosen;
}

/** Answers of `people` persons from N(0, 1) to `answered` of the items each; null = not asked. */
export function simulateResponses(
  items: readonly Curve[],
  people: number,
  answered: number,
  seed: string,
): (number | null)[][] {
  const random = uniforms(seed);
  return Array.from({ length: people }, () => {
    const theta = normal(random);
    const chosen = lot(items.length, answered, random);
    return items.map((item, i) => (chosen[i] ? drawCategory(item, theta, random) : null));
  });
}

/**
 * Recovery of item parameters: simulate one-dimensional scales, calibrate, compare. Each of `scales` is calibrated
 * by itself, `replications` times. Thresholds next to a category nobody used have no counterpart and are left out.
 */
export function recoveryStudy(
  scales: readonly (readonly Curve[])[],
  {
    people,
    answered,
    replications,
    seed,
  }: { people: number; answered: number; replications: number; seed: string },
): Recovery {
  const errorsA: number[] = [];
  const errorsB: number[] = [];
  let covered = 0;
  let bands = 0;
  let converged = 0;
  const note = (errors: number[], error: number, se: number) => {
    errors.push(error);
    if (!Number.isFinite(se)) return;
    bands++;
    if (Math.abs(error) < 1.96 * se) covered++;
  };
  for (let run = 0; run < replications * scales.length; run++) {
    const items = scales[run % scales.length]!;
    const found = calibrate(simulateResponses(items, people, answered, `${seed} ${people} ${run}`));
    if (found.converged) converged++;
    found.items.forEach(({ a, b, seA, seB, codes }, i) => {
      note(errorsA, a - items[i]!.a, seA);
      b.forEach((value, k) => {
        if (codes[k + 1]! !== codes[k]! + 1) return;
        note(errorsB, value - items[i]!.b[codes[k]!]!, seB[k]!);
      });
    });
  }
  const mean = (errors: number[]) => errors.reduce((sum, x) => sum + x, 0) / errors.length;
  const root = (errors: number[]) => Math.sqrt(errors.reduce((sum, x) => sum + x * x, 0) / errors.length);
  const sorted = errorsB.map(Math.abs).sort((x, y) => x - y);
  return {
    people,
    answered,
    replications,
    biasA: mean(errorsA),
    rmseA: root(errorsA),
    biasB: mean(errorsB),
    rmseB: root(errorsB),
    madB: sorted[sorted.length >> 1]!,
    coverage95: covered / bands,
    converged: converged / (replications * scales.length),
  };
}
