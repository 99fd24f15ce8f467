import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from './run.ts';
import type { Command } from './schemas.ts';

/** Where the help announces that a figure may not exist. */
const ANNOUNCED: Partial<Record<Command, RegExp>> = {
  estimate: /^fit$/,
  calibrate: /^items\.\d+\.(seA|seB\.\d+)$/,
  reliability: /^(alpha|omegaTotal|items\.\d+\.(itemRest|alphaIfDeleted))$/,
  dif: /^items\.\d+\.(uniformChi2|bothChi2|mantel|smd|class)$/,
  simulate: /^(reliability|clearAccuracy)$/,
};

/** Every figure of an answer with its path. */
function leaves(value: unknown, path: string[] = []): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const size = fc.oneof(finite(0.2, 3), finite(1e-6, 1e-3), finite(20, 1000));
const place = fc.oneof(finite(-4, 4), finite(-60, 60), fc.constantFrom(-1e6, 1e6));
const curve = fc
  .tuple(size, fc.boolean(), fc.uniqueArray(place, { minLength: 1, maxLength: 5 }))
  .map(([a, falls, b]) => {
    const sorted = b.toSorted((x, y) => x - y);
    return falls ? { a: -a, b: sorted.reverse() } : { a, b: sorted };
  });
const bank = (facets: number, most: number) =>
  fc
    .array(fc.tuple(curve, fc.nat(facets - 1), fc.constantFrom(1, -1), fc.nat(6)), {
      minLength: 1,
      maxLength: most,
    })
    .map((rows) => ({
      items: rows.map(([item, facet, key], i) => ({ id: `i${i}`, ...item, facet, key })),
      responses: Object.fromEntries(rows.map(([item, , , k], i) => [`i${i}`, k > item.b.length ? null : k])),
    }));
const sigma = fc.constantFrom(
  [
    [1, 0.5],
    [0.5, 1],
  ],
  [
    [1, 0.999],
    [0.999, 1],
  ],
  [
    [4, 0],
    [0, 0.01],
  ],
);
const stop = fc.constantFrom({ se: 0.3, min: 1, max: 5 }, { se: 0, min: 0, max: 8 });
const rows = (answer: fc.Arbitrary<number | null>) =>
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 14 })).chain(([width, height]) => {
    const row = fc.array(answer, { minLength: width, maxLength: width });
    return fc.array(row, { minLength: height, maxLength: height });
  });
const often = (usual: number, rare: fc.Arbitrary<number | null>) =>
  fc.oneof({ weight: 15, arbitrary: fc.nat(usual) }, { weight: 1, arbitrary: rare });
const sheet = fc.oneof(
  rows(fc.nat(3)),
  rows(fc.nat(1)),
  rows(often(3, fc.constantFrom(null, 7))),
  rows(often(4, fc.constantFrom(9, 99, 999))),
);
const count = fc.oneof(fc.nat(50), fc.nat(10_000), fc.constantFrom(10 ** 12, Number.MAX_SAFE_INTEGER - 1));

const documents: Record<Command, fc.Arbitrary<unknown>> = {
  probabilities: fc.record({ item: curve, theta: fc.array(place, { maxLength: 4 }) }),
  information: fc.record({
    items: bank(1, 4).map(({ items }) => items),
    theta: fc.array(place, { maxLength: 4 }),
  }),
  estimate: fc.oneof(
    fc
      .record({ bank: bank(1, 30), method: fc.constantFrom('eap', 'map') })
      .map(({ bank, ...rest }) => ({ ...bank, ...rest })),
    fc
      .record({
        bank: bank(2, 8),
        method: fc.constantFrom('eap', 'map'),
        sigma,
        acquiescence: fc.constantFrom(0, 0.4),
      })
      .map(({ bank, ...rest }) => ({ ...bank, ...rest })),
  ),
  adaptive: fc.oneof(
    fc.record({ bank: bank(1, 12), stop }).map(({ bank, ...rest }) => ({ ...bank, ...rest })),
    fc
      .record({ bank: bank(2, 12), stop, sigma, w: fc.constantFrom([1, -1], [1, 0]) })
      .map(({ bank, ...rest }) => ({ ...bank, ...rest })),
  ),
  calibrate: fc.record({ responses: sheet }),
  reliability: fc.record({ responses: sheet }),
  dif: fc
    .tuple(sheet, fc.infiniteStream(fc.tuple(fc.constantFrom(0, 1), fc.option(finite(-3, 3)))), fc.boolean())
    .map(([responses, stream, matched]) => {
      const rows = [...stream.take(responses.length)];
      const group = rows.map(([g]) => g);
      return { responses, group, ...(matched ? { matching: rows.map(([, score]) => score) } : {}) };
    }),
  sequential: fc
    .record({
      tau2: fc.oneof(finite(1e-6, 1), finite(5e-324, 1e-300), finite(1, 1e9)),
      alpha: fc.oneof(finite(0.001, 0.999), finite(5e-324, 1e-300)),
      looks: fc.array(fc.record({ na: count, nb: count, a: finite(0, 1), b: finite(0, 1) }), {
        maxLength: 1,
      }),
    })
    .map(({ looks, ...rest }) => ({
      ...rest,
      looks: looks.map(({ na, nb, a, b }) => ({ na, nb, xa: Math.floor(na * a), xb: Math.floor(nb * b) })),
    })),
  simulate: fc
    .record({ bank: bank(2, 6), stop, sigma, seed: fc.nat(99), n: fc.integer({ min: 1, max: 5 }) })
    .map(({ bank: { items }, ...rest }) => ({
      ...{ items: items.map((item) => ({ ...item, a: Math.abs(item.a), b: [-1, 1] })), w: [1, -1], ...rest },
    })),
};

/** PROPERTY_RUNS=1000 looks further, elsewhere each time. */
const runs = process.env.PROPERTY_RUNS;

for (const [command, document] of Object.entries(documents) as [Command, fc.Arbitrary<unknown>][]) {
  test(`${command}: no document gives a figure that does not exist, unless the help says so`, async () => {
    await fc.assert(
      fc.asyncProperty(document, async (given) => {
        const { code, stdout, stderr } = await run([command], async () => JSON.stringify(given));
        expect(code, stderr).not.toBe(1);
        if (code !== 0) return;
        for (const [path, value] of leaves(JSON.parse(stdout))) {
          if (value === null) expect(path).toMatch(ANNOUNCED[command] ?? /^$/);
          if (/(^|\.)(se|seA|axisSE)(\.|$)/.test(path) && value !== null)
            expect(value, path).toBeGreaterThan(0);
          if (/^probabilities\./.test(path)) expect(value, path).toBeGreaterThanOrEqual(0);
          if (/^(alpha|omegaTotal)$|itemRest|alphaIfDeleted/.test(path))
            expect(Number(value), path).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs ? Number(runs) : command === 'calibrate' ? 8 : 60, ...(runs ? {} : { seed: 7 }) },
    );
  }, 300_000);
}
