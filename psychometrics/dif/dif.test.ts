import { expect, test } from 'vitest';
import golden from '../fixtures/big5_dif.json' with { type: 'json' };
import { etsClass, jodoinGierlClass } from './classes.ts';
import { difAnalysis } from './dif.ts';
import { fitOrdinal } from './ordinal.ts';
import { countTable } from './table.ts';
import { scale, simulateGroups } from './testing.ts';

const items = scale(12, 'items');
const shifted = items.map((item, i) => (i === 2 ? { ...item, b: item.b.map((b) => b + 0.6) } : item));
/** half the slope at the same cutpoints −a·b */
const flattened = items.map((item, i) => (i === 5 ? { a: item.a / 2, b: item.b.map((b) => b * 2) } : item));

test('the fit is the maximum: no slope left in a likelihood taken person by person', () => {
  const { responses, group } = simulateGroups(items, 800, 'slopes', { focal: shifted, impact: 0.4 });
  const y = responses.map((row) => row[2]!);
  const total = responses.map((row) => row.reduce((sum, k) => sum + k, 0));
  const logistic = (z: number) => 1 / (1 + Math.exp(-z));
  const slowly = (p: number[]) => {
    let sum = 0;
    y.forEach((k, i) => {
      const eta = p[4]! * total[i]! + p[5]! * group[i]! + p[6]! * total[i]! * group[i]!;
      sum += Math.log((k === 4 ? 1 : logistic(p[k]! - eta)) - (k === 0 ? 0 : logistic(p[k - 1]! - eta)));
    });
    return sum;
  };
  const table = countTable(y, group, total);
  for (const q of [0, 1, 2, 3] as const) {
    const fit = fitOrdinal(table, q);
    const p = [...fit.zeta, ...fit.beta, 0, 0, 0].slice(0, 7);
    expect(fit.converged).toBe(true);
    expect(slowly(p)).toBeCloseTo(fit.logLik, 7);
    for (let j = 0; j < 4 + q; j++) {
      const h = j < 4 || j === 5 ? 1e-4 : 1e-6;
      const at = (step: number) => slowly(p.map((value, i) => (i === j ? value + step : value)));
      // A parameter a hair off its best value costs likelihood on either side.
      expect(Math.abs(at(h) - at(-h)) / (2 * h)).toBeLessThan(0.02);
      expect(at(50 * h)).toBeLessThan(fit.logLik);
      expect(at(-50 * h)).toBeLessThan(fit.logLik);
    }
  }
});

test('a planted shift is found as uniform, a planted flat slope as non-uniform, with honest signs', () => {
  const one = simulateGroups(items, 3000, 'uniform', { focal: shifted, impact: 0.5 });
  const uniform = difAnalysis(one.responses, one.group).items;
  expect(uniform[2]!.uniformChi2).toBeGreaterThan(40);
  expect(uniform[2]!.mantel).toBeGreaterThan(40);
  expect(uniform[2]!.class).not.toBe('A');
  expect(uniform[2]!.groupEffect).toBeLessThan(0);
  expect(uniform[2]!.smd).toBeLessThan(0);
  expect(uniform[2]!.liuAgresti).toBeLessThan(1);
  const others = uniform.filter((_, i) => i !== 2);
  expect(others.every((item) => item.class === 'A')).toBe(true);
  const two = simulateGroups(items, 3000, 'bent', { focal: flattened });
  const bent = difAnalysis(two.responses, two.group).items;
  expect(bent[5]!.nonuniformChi2).toBeGreaterThan(40);
  expect(bent[5]!.nonuniformChi2).toBeGreaterThan(5 * bent[5]!.uniformChi2!);
  expect(bent[5]!.bothChi2).toBeCloseTo(bent[5]!.uniformChi2! + bent[5]!.nonuniformChi2!, 8);
});

test('clean items of equal groups are suspected at the nominal rate', () => {
  let tests = 0;
  let logistic = 0;
  let mantel = 0;
  for (let run = 0; run < 60; run++) {
    const { responses, group } = simulateGroups(items, 600, `clean ${run}`);
    for (const item of difAnalysis(responses, group).items) {
      tests++;
      if (item.bothP! < 0.05) logistic++;
      if (item.mantelP! < 0.05) mantel++;
      expect(item.class).not.toBe('C');
    }
  }
  for (const rate of [logistic / tests, mantel / tests]) {
    expect(rate).toBeGreaterThan(0.025);
    expect(rate).toBeLessThan(0.085);
  }
});

test('purification takes the load of three shifted items off the clean ones', () => {
  const biased = items.map((item, i) => (i < 3 ? { ...item, b: item.b.map((b) => b + 0.9) } : item));
  const { responses, group } = simulateGroups(items, 3000, 'biased', { focal: biased });
  const dirty = difAnalysis(responses, group).items;
  const pure = difAnalysis(responses, group, { purify: true }).items;
  const load = (all: typeof pure) => all.slice(3).reduce((sum, item) => sum + item.uniformChi2!, 0);
  expect(pure.slice(0, 3).every((item) => item.class !== 'A')).toBe(true);
  expect(load(dirty)).toBeGreaterThan(3 * load(pure));
  expect(Math.abs(pure[0]!.groupEffect!)).toBeGreaterThan(Math.abs(dirty[0]!.groupEffect!));
});

test('sparse answers need a matching score, and work with one', () => {
  const { responses, group, thetas } = simulateGroups(items, 4000, 'sparse', { focal: shifted });
  const sparse = responses.map((row, i) => row.map((k, j) => (((i >> 1) + j) % 2 ? k : null)));
  expect(() => difAnalysis(sparse, group)).toThrow('complete');
  const found = difAnalysis(sparse, group, { matching: thetas }).items;
  expect(found[2]!.n).toBe(2000);
  expect(found[2]!.class).not.toBe('A');
  expect(found[2]!.groupEffect).toBeCloseTo(-0.6 * items[2]!.a, 0);
  expect(found[3]!.class).toBe('A');
  expect(() => difAnalysis(sparse, group, { matching: thetas, purify: true })).toThrow('purify');
});

test('documents that do not fit are refused by name', () => {
  expect(() => difAnalysis([], [])).toThrow('responses');
  expect(() => difAnalysis([[1, 2], [1]], [0, 1])).toThrow('responses[1]');
  expect(() =>
    difAnalysis(
      [
        [1, 2],
        [1, 1.5],
      ],
      [0, 1],
    ),
  ).toThrow('responses[1][1]');
  expect(() => difAnalysis([[1], [1]], [0, 2])).toThrow('group[1]');
  expect(() => difAnalysis([[1], [1]], [0, 0])).toThrow('group');
});

test('a group that shares no category with the other is a finite, large effect', () => {
  const rows = Array.from({ length: 80 }, (_, i) => [i % 2, (i >> 1) % 3, (i >> 2) % 3]);
  const [item] = difAnalysis(
    rows,
    rows.map(([k]) => k!),
  ).items;
  expect(item!.uniformChi2).toBeGreaterThan(80);
  expect(Number.isFinite(item!.uniformChi2)).toBe(true);
});

test('classes at their borders, and over the reference’s thirty items', () => {
  expect([0.1, 0.2, 0.3].map((size) => etsClass(0.001, -size))).toEqual(['A', 'B', 'C']);
  expect(etsClass(0.2, 0.3)).toBe('A');
  expect([0.034, 0.035, 0.07].map((change) => jodoinGierlClass(0.001, change))).toEqual(['A', 'B', 'C']);
  expect(jodoinGierlClass(0.05, 0.2)).toBe('A');
  const suspects = Object.values(golden.scales)
    .flatMap((part) => part.items)
    .filter((item) => etsClass(item.mantelP, item.smd_over_sd) !== 'A');
  expect(suspects.map(({ item }) => item)).toEqual(['E9', 'N1']);
});
