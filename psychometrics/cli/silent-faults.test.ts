import { expect, test } from 'vitest';
import { run } from './run.ts';

const call = async (command: string, document: unknown) => {
  const { code, stdout, stderr } = await run([command], async () => JSON.stringify(document));
  return { code, stderr, found: stdout ? JSON.parse(stdout) : null };
};

test('estimate: the EAP of 700 answers is a figure, beside the MAP', async () => {
  const items = Array.from({ length: 700 }, (_, i) => ({ id: `i${i}`, a: 1, b: [-1, 0, 1] }));
  const responses = Object.fromEntries(items.map(({ id }, i) => [id, [0, 1, 2, 3, 3, 2][i % 6]]));
  const eap = (await call('estimate', { items, responses, method: 'eap' })).found;
  const map = (await call('estimate', { items, responses, method: 'map' })).found;
  const alike = (await call('estimate', { items, responses, method: 'eap', sigma: [[1]] })).code;
  expect(eap.theta[0]).toBeCloseTo(map.theta[0], 3);
  expect(eap.se[0]).toBeCloseTo(map.se[0], 3);
  // With sigma a facet is asked for.
  expect(alike).toBe(2);
});

test('dif: groups without a common total, and an item everybody answers alike, are not compared', async () => {
  const group = Array.from({ length: 40 }, (_, p) => p % 2);
  const apart = group.map((g, p) => [0, 1, 2].map((i) => 3 * g + (((p >> 1) + i) % 2)));
  const nothing = { uniformChi2: null, bothChi2: null, mantel: null, smd: null, class: null };
  for (const item of (await call('dif', { responses: apart, group })).found.items) {
    expect(item).toMatchObject(nothing);
  }
  const alike = group.map((g, p) => [2, (p + g) % 3, p % 4]);
  const { items } = (await call('dif', { responses: alike, group })).found;
  expect(items[0]).toEqual({ ...nothing, categories: [2] });
  expect(items[1].class).toMatch(/^[ABC]$/);
});

test('reliability, dif: a 99 is refused by its place; calibrate lists it; a gap is listed by all', async () => {
  const rows = [
    [0, 1, 99],
    [1, 1, 2],
    [2, 2, 2],
    [1, 0, 1],
  ];
  for (const [command, more] of [
    ['reliability', {}],
    ['dif', { group: [0, 1, 0, 1] }],
  ] as const) {
    const { code, stderr } = await call(command, { responses: rows, ...more });
    expect(code).toBe(2);
    expect(stderr).toContain('responses[0][2]: 99');
  }
  expect((await call('calibrate', { responses: rows })).found.items[2].categories).toEqual([1, 2, 99]);
  const gap = rows.map((row) => row.map((k) => (k === 99 ? 4 : k)));
  for (const command of ['reliability', 'calibrate']) {
    expect((await call(command, { responses: gap })).found.items[2].categories).toEqual([1, 2, 4]);
  }
});

test.each([
  ['probabilities', { item: { a: -1, b: [-1, 1] }, theta: [0] }, 'item.b'],
  ['probabilities', { item: { a: 1e200, b: [0] }, theta: [0] }, 'item.a'],
  ['probabilities', { item: { a: 1, b: [1e9] }, theta: [0] }, 'item.b[0]'],
  ['information', { items: [{ id: 'x', a: 1, b: [0] }], theta: [1e300] }, 'theta[0]'],
  ['estimate', { items: [{ id: 'x', a: -2, b: [0, 1] }], responses: {}, method: 'eap' }, 'items[0].b'],
  ['calibrate', { responses: [[0], [1]], nodes: 5, range: 6 }, 'nodes'],
  ['calibrate', { responses: [[0], [1]], range: 1 }, 'range'],
  ['dif', { responses: [[0], [1]], group: [0, 1], matching: [0, 1e300] }, 'matching[1]'],
])('%s %j would give figures that are none: refused naming %s', async (command, document, field) => {
  const { code, stderr } = await call(command, document);
  expect(code).toBe(2);
  expect(stderr.startsWith(`psychometrics ${command}: ${field}: expected`), stderr).toBe(true);
});

test('falling thresholds of a slope below 0 are an item; the smallest mixing variance has a band', async () => {
  const { found } = await call('probabilities', { item: { a: -1, b: [1, -1] }, theta: [0] });
  expect(Math.min(...found.probabilities[0])).toBeGreaterThan(0);
  const look = { na: 10, xa: 3, nb: 10, xb: 4 };
  const { looks } = (await call('sequential', { tau2: 1e-320, alpha: 1e-320, looks: [look] })).found;
  for (const bound of looks[0].ci) expect(Number.isFinite(bound)).toBe(true);
});

test('information is the same on both sides of an item: none of it is lost far above', async () => {
  const item = (b: number[]) => [{ id: 'x', a: 20, b }];
  const theta = [0, 1.9, 2.2, 3, 5];
  const above = (await call('information', { items: item([0, 0.1, 0.2]), theta })).found;
  const mirror = { items: item([-0.2, -0.1, 0]), theta: theta.map((at) => -at) };
  const below = (await call('information', mirror)).found;
  above.test.forEach((value: number, i: number) => {
    expect(value).toBeGreaterThan(0);
    expect(value / below.test[i]).toBeCloseTo(1, 9);
  });
});
