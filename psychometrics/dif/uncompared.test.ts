import { expect, test } from 'vitest';
import { difAnalysis } from './dif.ts';
import { scale, simulateGroups } from './testing.ts';

const NOTHING = { uniformChi2: null, bothChi2: null, mantel: null, mantelP: null, smd: null, class: null };
const items = scale(6, 'uncompared');
const { responses, group, thetas } = simulateGroups(items, 400, 'uncompared');

test('an item everybody answers alike: nothing was compared, and no class is given', () => {
  const rows = responses.map((row) => row.map((k, i) => (i === 2 ? 3 : k)));
  const found = difAnalysis(rows, group).items;
  expect(found[2]).toMatchObject({ ...NOTHING, n: 400, liuAgresti: null, converged: false });
  for (const { class: given, mantel } of found.filter((_, i) => i !== 2)) {
    expect(given).not.toBeNull();
    expect(mantel).not.toBeNull();
  }
});

test('groups whose totals never meet: nothing was compared', () => {
  const rows = responses.map((_, p) => items.map((_, i) => (((p >> 1) + i) % 2) + (group[p] ? 3 : 0)));
  for (const item of difAnalysis(rows, group).items) expect(item).toMatchObject(NOTHING);
  const matching = rows.map((row) => row.reduce((sum, k) => sum + k, 0));
  for (const item of difAnalysis(rows, group, { matching }).items) expect(item).toMatchObject(NOTHING);
});

test('totals that overlap but never coincide: the models compare, Mantel does not, and no class is given', () => {
  // Odd totals in one group, even ones in the other.
  const rows = responses.flatMap((row, p) => {
    const total = row.reduce((sum, k) => sum + k, 0);
    return total % 2 === group[p] ? [{ row, group: group[p]! }] : [];
  });
  const found = difAnalysis(
    rows.map(({ row }) => row),
    rows.map((one) => one.group),
  ).items;
  for (const item of found) {
    expect(item).toMatchObject({ mantel: null, smd: null, class: null });
    expect(Number.isFinite(item.uniformChi2)).toBe(true);
  }
});

test('people compared who all answer alike leave Mantel at 0/0: null, not 0', () => {
  // They differ only where one group is alone.
  const rows = [...Array(10).fill([2, 1]), ...Array(10).fill([2, 1]), ...Array(5).fill([0, 0])];
  const groups = [...Array(10).fill(0), ...Array(10).fill(1), ...Array(5).fill(0)];
  expect(difAnalysis(rows, groups).items[0]).toMatchObject({ mantel: null, smd: null, class: null });
});

test('a single person is no group: figures, but no class', () => {
  const rows = responses.map((row, p) => (p === 0 ? row.map(() => 4) : row));
  const groups = rows.map((_, p) => Number(p === 7));
  for (const item of difAnalysis(rows, groups).items) {
    expect(item.class).toBeNull();
    expect(Number.isFinite(item.uniformChi2)).toBe(true);
  }
});

test('a score hardly two share is cut into ranges; with few people nothing is', () => {
  const shifted = items.map((item, i) => (i === 1 ? { ...item, b: item.b.map((b) => b + 1.2) } : item));
  const two = simulateGroups(items, 160, 'shifted', { focal: shifted });
  const found = difAnalysis(two.responses, two.group, { matching: two.thetas }).items;
  expect(found[1]!.mantel).toBeGreaterThan(10);
  expect(found[1]!.smd).toBeLessThan(-0.3);
  expect(found[1]!.class).toBe('C');
  const few = difAnalysis(responses.slice(0, 20), group.slice(0, 20), { matching: thetas.slice(0, 20) });
  for (const item of few.items) expect(item).toMatchObject({ mantel: null, smd: null, class: null });
});

test('matching far from 0 is the same matching', () => {
  const near = difAnalysis(responses, group, { matching: thetas }).items[0]!;
  const far = difAnalysis(responses, group, { matching: thetas.map((theta) => theta * 1e-3 + 1e6) })
    .items[0]!;
  expect(far.uniformChi2).toBeCloseTo(near.uniformChi2!, 3);
  expect(far.bothChi2).toBeCloseTo(near.bothChi2!, 3);
});

test.each([
  ['by group', (_: number, g: number) => 2 * g],
  ['by standing', (p: number) => (thetas[p]! > 0 ? 2 : 0)],
  ['one category in the focal group', (p: number, g: number) => (g ? 1 : p % 3)],
])('separated %s: finite figures', (_, of) => {
  const rows = responses.map((row, p) => [of(p, group[p]!), ...row.slice(1)]);
  const [item] = difAnalysis(rows, group, { matching: thetas }).items;
  for (const figure of [item!.uniformChi2, item!.bothChi2, item!.mantel, item!.smd, item!.groupEffect]) {
    expect(Number.isFinite(figure)).toBe(true);
  }
  expect(item!.converged).toBe(true);
});
