import { expect, test } from 'vitest';
import { estimateEap } from '../estimation/eap.ts';
import reference from '../fixtures/calibration.json' with { type: 'json' };
import lsat from '../fixtures/lsat.json' with { type: 'json' };
import { atLeast } from '../model.ts';
import { empiricalReliability, marginalReliability } from '../reliability/information.ts';
import { drawCategory, normal, uniforms } from '../simulation/person.ts';
import { goldenFolder, readScale } from '../testing/golden.ts';
import { calibrate } from './calibrate.ts';
import type { Responses } from './patterns.ts';

const near = (actual: number, expected: number, tolerance: number, what: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual}, reference ${expected}`).toBeLessThan(tolerance);

const TRUTH = [
  { a: 1.2, b: [-1, 0, 1] },
  { a: 2, b: [-1.5, -0.2, 0.8] },
  { a: 0.8, b: [-2, 0.5, 2] },
  { a: 1.6, b: [0.3] },
];

function simulate(n: number, missing = 0): (number | null)[][] {
  const random = uniforms(`calibrate ${n} ${missing}`);
  return Array.from({ length: n }, () => {
    const theta = normal(random);
    return TRUTH.map((item) => (random() < missing ? null : drawCategory(item, theta, random)));
  });
}

/** The marginal log-likelihood, written down as plainly as it goes. */
function logLikelihood(responses: Responses, items: readonly { a: number; b: readonly number[] }[]): number {
  let mass = 0;
  for (let q = 0; q < 61; q++) mass += Math.exp(-((q / 5 - 6) ** 2) / 2);
  return responses.reduce((sum, row) => {
    let likelihood = 0;
    for (let q = 0; q < 61; q++) {
      const theta = q / 5 - 6;
      let p = Math.exp((-theta * theta) / 2) / mass;
      row.forEach((category, i) => {
        if (category != null) {
          p *= atLeast(items[i]!, category, theta) - atLeast(items[i]!, category + 1, theta);
        }
      });
      likelihood += p;
    }
    return sum + Math.log(likelihood);
  }, 0);
}

for (const [name, golden] of Object.entries(lsat.tests)) {
  test(`${name}: the two-category case agrees with mirt`, () => {
    const found = calibrate(golden.patterns, { frequencies: golden.frequencies });
    expect(found).toMatchObject({ converged: true, people: 1000 });
    near(found.logLik, golden.logLik, 1e-4, 'logLik');
    found.items.forEach((item, i) => {
      near(item.a, golden.a[i]!, 1e-4, `a of item ${i}`);
      near(item.b[0]!, golden.b[i]!, 1e-4, `b of item ${i}`);
    });
    const estimates = golden.patterns.map((pattern) => estimateEap(found.items, pattern));
    estimates.forEach(({ value, se }, p) => {
      near(value, golden.eap[p]!, 1e-4, 'EAP');
      near(se, golden.eapSe[p]!, 1e-4, 'SE of EAP');
    });
    const { empiricalReliability: empirical, marginalReliability: marginal } = golden;
    near(empiricalReliability(estimates, golden.frequencies), empirical, 2e-4, 'empirical reliability');
    near(marginalReliability(found.items), marginal, 1e-4, 'marginal reliability');
  });
}

test('a person a row or a pattern with its frequency is the same', () => {
  const { patterns, frequencies } = lsat.tests.LSAT7;
  const rows = patterns.flatMap((pattern, p) => Array.from({ length: frequencies[p]! }, () => pattern));
  const [one, other] = [calibrate(rows), calibrate(patterns, { frequencies })];
  near(one.logLik, other.logLik, 1e-7, 'logLik');
  near(one.items[2]!.a, other.items[2]!.a, 1e-6, 'a');
});

for (const [name, golden] of Object.entries(reference.scales)) {
  const folder = goldenFolder();
  const title = `${name}: parameters and standard errors agree with mirt`;
  test.skipIf(!folder)(
    folder ? title : `${title} (skipped: TETO_GOLDEN does not name the folder of raw rows)`,
    () => {
      const found = calibrate(readScale(folder!, name));
      expect(found.converged).toBe(true);
      near(found.logLik, golden.logLik, 1e-4, 'logLik');
      found.items.forEach((item, i) => {
        const own = golden.items[i]!;
        near(item.a, own.a, 1e-4, `a of ${own.id}`);
        near(item.seA / own.seA, 1, 1e-4, `SE of a of ${own.id}, as share`);
        item.b.forEach((b, k) => {
          near(b, own.b[k]!, 1e-4, `b of ${own.id}`);
          near(item.seB[k]! / own.seB[k]!, 1, 1e-4, `SE of b of ${own.id}, as share`);
        });
      });
    },
  );
}

test('missing answers: the likelihood reported is the plain one, and no parameter can raise it', () => {
  const responses = simulate(400, 0.4);
  const found = calibrate(responses);
  near(found.logLik, logLikelihood(responses, found.items), 1e-6, 'logLik');
  for (let i = 0; i < TRUTH.length; i++) {
    for (const change of [-0.02, 0.02]) {
      const moved = found.items.map((item, j) => (i === j ? { ...item, a: item.a + change } : item));
      expect(logLikelihood(responses, moved)).toBeLessThan(found.logLik);
      const shifted = found.items.map((item, j) =>
        i === j ? { ...item, b: item.b.map((b) => b + change) } : item,
      );
      expect(logLikelihood(responses, shifted)).toBeLessThan(found.logLik);
    }
  }
});

test('standard errors are those of the second differences of the likelihood', () => {
  const responses = simulate(400).map((row) => row.slice(0, 3).map((category) => (category! > 1 ? 1 : 0)));
  const found = calibrate(responses);
  const size = 6;
  const at = (x: readonly number[]) =>
    logLikelihood(
      responses,
      [0, 1, 2].map((i) => ({ a: x[2 * i]!, b: [x[2 * i + 1]!] })),
    );
  const x = found.items.flatMap(({ a, b }) => [a, b[0]!]);
  const h = 1e-3;
  const moved = (i: number, j: number, si: number, sj: number) => {
    const y = [...x];
    y[i]! += si * h;
    y[j]! += sj * h;
    return at(y);
  };
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      hessian[i * size + j] =
        -(moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1)) / (4 * h * h);
    }
  }
  // Plain Gauss-Jordan on rows, apart from the engine's own.
  const wide = Array.from({ length: size }, (_, i) => [
    ...hessian.subarray(i * size, (i + 1) * size),
    ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let p = 0; p < size; p++) {
    const pivot = wide[p]![p]!;
    wide[p] = wide[p]!.map((value) => value / pivot);
    for (let i = 0; i < size; i++) {
      const factor = wide[i]![p]!;
      if (i !== p) wide[i] = wide[i]!.map((value, j) => value - factor * wide[p]![j]!);
    }
  }
  found.items.forEach(({ seA, seB }, i) => {
    near(seA / Math.sqrt(wide[2 * i]![size + 2 * i]!), 1, 1e-3, `SE of a of item ${i}, as share`);
    near(seB[0]! / Math.sqrt(wide[2 * i + 1]![size + 2 * i + 1]!), 1, 1e-3, `SE of b of item ${i}, as share`);
  });
});

test('true parameters are covered by their standard errors', () => {
  const found = calibrate(simulate(4000, 0.25));
  found.items.forEach((item, i) => {
    near((item.a - TRUTH[i]!.a) / item.seA, 0, 3.5, `a of item ${i} in SE`);
    item.b.forEach((b, k) => {
      near((b - TRUTH[i]!.b[k]!) / item.seB[k]!, 0, 3.5, `b of item ${i} in SE`);
    });
  });
});

test('a category nobody used is left out and reported', () => {
  const gap = simulate(500).map((row) =>
    row.map((category, i) => (i === 0 && category === 2 ? 3 : category)),
  );
  const found = calibrate(gap);
  expect(found.items[0]).toMatchObject({ codes: [0, 1, 3], b: [expect.any(Number), expect.any(Number)] });
  expect(found.items[1]!.codes).toEqual([0, 1, 2, 3]);
});

test('what cannot be calibrated is named', () => {
  expect(() => calibrate([])).toThrow('responses is empty');
  expect(() => calibrate([[0, 1], [1]])).toThrow('responses[1] has 1 entries');
  expect(() =>
    calibrate([
      [0, 1],
      [1, 0.5],
    ]),
  ).toThrow('responses[1][1] is 0.5');
  expect(() =>
    calibrate([
      [0, 1],
      [1, 1],
    ]),
  ).toThrow('item 1 shows 1 categories');
});

test('a person without any answer changes nothing but the count', () => {
  const responses = simulate(200);
  const more = calibrate([...responses, [null, null, null, null]]);
  const before = calibrate(responses);
  near(more.logLik, before.logLik, 1e-8, 'logLik');
  expect(more.people).toBe(201);
  expect(more.items[0]!.n).toBe(200);
});
