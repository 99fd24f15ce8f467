import { expect, test } from 'vitest';
import { calibrate } from './calibration/calibrate.ts';
import { fullestShare, nodesFor } from './grid.ts';
import { simulateResponses } from './simulation/recovery.ts';
import { tetoEgen } from './testing.ts';

test('ordinary facets keep their 61 nodes; many or steep items get more', () => {
  const wanted = { least: 61, range: 6 };
  const bank = tetoEgen('en').items.filter(({ b }) => b.length);
  for (let facet = 0; facet < 6; facet++) {
    const own = bank.filter((item) => item.facet === facet);
    expect(nodesFor(own, { ...wanted, share: 0.5 })).toBe(61);
  }
  const many = Array.from({ length: 300 }, () => ({ a: 2, b: [0] }));
  expect(nodesFor(many, wanted)).toBeGreaterThan(121);
  expect(nodesFor(many, { ...wanted, share: 0.03 })).toBe(61);
  expect(nodesFor([{ a: 50, b: [0] }], wanted)).toBeGreaterThan(241);
  expect(
    fullestShare([
      [1, null, null, 2],
      [null, null, null, 0],
    ]),
  ).toBe(0.5);
});

test('two hundred items are calibrated on nodes that resolve their posteriors', () => {
  const items = Array.from({ length: 200 }, (_, i) => ({ a: 1.5 + (i % 10) / 10, b: [(i % 21) / 7 - 1.5] }));
  const rows = simulateResponses(items, 120, 200, 'two hundred');
  const own = calibrate(rows);
  const finer = calibrate(rows, { nodes: 241 });
  const coarse = calibrate(rows, { nodes: 61 });
  expect(own.nodes).toBeGreaterThan(61);
  expect(Math.abs(own.logLik - finer.logLik)).toBeLessThan(0.01);
  expect(Math.abs(coarse.logLik - finer.logLik)).toBeGreaterThan(0.1);
  own.items.forEach(({ a }, i) => {
    expect(Math.abs(a - finer.items[i]!.a)).toBeLessThan(0.01 * Math.max(1, a));
  });
});
