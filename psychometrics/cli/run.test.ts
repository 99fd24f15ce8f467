import { expect, test } from 'vitest';
import unidimensional from '../fixtures/cat_unidim.json' with { type: 'json' };
import lsat from '../fixtures/lsat.json' with { type: 'json' };
import multidimensional from '../fixtures/mcat_axis.json' with { type: 'json' };
import sequential from '../fixtures/sequential.json' with { type: 'json' };
import { score } from '../scoring/score.ts';
import { simulateResponses } from '../simulation/recovery.ts';
import { tetoEgen } from '../testing.ts';
import { pages } from './help.ts';
import { run } from './run.ts';
import { type Command, schemas } from './schemas.ts';

const call = (command: string, document: unknown) =>
  run([command], async () => (typeof document === 'string' ? document : JSON.stringify(document)));

// biome-ignore lint/suspicious/noExplicitAny: what comes out is JSON
async function ask(command: Command, document: unknown): Promise<any> {
  const { code, stdout, stderr } = await call(command, document);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const ITEM = { id: 'x', a: 1, b: [0] };

test('every example of the help is a document its command takes', async () => {
  for (const [name, { example }] of Object.entries(pages)) {
    await ask(name as Command, JSON.parse(example));
    const { stdout } = await run([name, '--help'], async () => '');
    expect(stdout).toContain(`psychometrics -- ${name} <`);
  }
  expect(Object.keys(pages)).toEqual(Object.keys(schemas));
});

test('help is asked for in every usual way, and nothing is read for it', async () => {
  const never = async (): Promise<string> => {
    throw new Error('read');
  };
  const { code, stdout } = await run(['--help'], never);
  expect(code).toBe(0);
  for (const name of Object.keys(schemas)) expect(stdout).toContain(`\n  ${name} `);
  expect((await run(['-h'], never)).stdout).toBe(stdout);
  expect((await run(['help', 'dif'], never)).stdout).toBe((await run(['dif', '--help'], never)).stdout);
});

test('probabilities and information, by hand', async () => {
  const { probabilities } = await ask('probabilities', { item: { a: 1, b: [0] }, theta: [0, Math.log(3)] });
  expect(probabilities[0]).toEqual([0.5, 0.5]);
  expect(probabilities[1][1]).toBeCloseTo(0.75, 12);
  const found = await ask('information', { items: [ITEM, { ...ITEM, id: 'y', a: 2 }], theta: [0] });
  expect(found).toEqual({ items: { x: [0.25], y: [1] }, test: [1.25] });
});

test('estimate: one dimension, EAP and MAP; several with acquiescence agree with the product', async () => {
  const items = [ITEM, { ...ITEM, id: 'y' }];
  const eap = await ask('estimate', { items, responses: { x: 1, y: null }, method: 'eap' });
  expect(eap.theta).toHaveLength(1);
  expect(eap.cov[0][0]).toBeCloseTo(eap.se[0] ** 2, 12);
  const map = await ask('estimate', { items, responses: { x: 1 }, method: 'map' });
  // the mode: θ = 1 − P(θ)
  expect(map.theta[0]).toBeCloseTo(1 - 1 / (1 + Math.exp(-map.theta[0])), 8);

  const definition = tetoEgen('ko');
  const scored = definition.items.filter(({ pretest }) => !pretest).slice(0, 40);
  const answers = scored.map(({ id }, i) => ({ item: id, category: (i * 3) % 5, ms: 3000 }));
  const responses = Object.fromEntries(
    scored.map(({ id, key }, i) => [id, key > 0 ? (i * 3) % 5 : 4 - ((i * 3) % 5)]),
  );
  const { sigma, acquiescence } = definition;
  const found = await ask('estimate', { items: scored, sigma, acquiescence, responses, method: 'map' });
  const scoredByProduct = score(definition, answers);
  scoredByProduct.facets.forEach(({ value, se }, i) => {
    expect(found.theta[i]).toBeCloseTo(value, 10);
    expect(found.se[i]).toBeCloseTo(se, 10);
  });
  expect(found.theta[6]).toBeCloseTo(scoredByProduct.acquiescence.value, 10);
  expect(found.cov).toHaveLength(7);
});

test('estimate judges answers as the product does', async () => {
  const definition = tetoEgen('ko');
  const { sigma, acquiescence, careless } = definition;
  const items = definition.items.filter(({ pretest }) => !pretest);
  const { refuse, caution } = careless!;
  const judged = async (raw: (step: number) => number, order = items.slice(0, 24)) => {
    const answers = order.map(({ id }, i) => ({ item: id, category: raw(i), ms: 3000 }));
    const responses = Object.fromEntries(order.map(({ id, key }, i) => [id, key > 0 ? raw(i) : 4 - raw(i)]));
    const document = { items, sigma, acquiescence, responses, careless: { refuse, caution } };
    const { fit } = await ask('estimate', { ...document, method: 'map' });
    const { fit: product, refusal } = score(definition, answers);
    expect(fit.evidence).toBeCloseTo(product.evidence, 9);
    expect(fit.lz).toBeCloseTo(product.lz, 9);
    expect(fit.verdict).toBe(refusal ?? (product.cautious ? 'cautious' : 'fits'));
    return fit.verdict;
  };
  expect(await judged(() => 2)).toBe('straight_line');
  expect(await judged((i) => (i === 7 ? 3 : 2))).toBe('careless');
  expect(await judged((i) => 2 + (i % 2))).toBe('careless');
  expect(await judged((i) => (items[i]!.key > 0 ? 3 : 1))).toBe('fits');
  expect(await judged((i) => (i * 3) % 5, items.toReversed().slice(0, 30))).toBe('careless');
});

test('estimate says null where there is nothing to judge, and takes limits of one’s own', async () => {
  const items = [ITEM, { id: 'y', a: 2, b: [0, 1] }];
  const document = { items, method: 'map' };
  expect((await ask('estimate', { ...document, responses: {} })).fit).toBeNull();
  expect((await ask('estimate', { ...document, responses: { x: 1, y: 2 } })).fit).toBeNull();
  expect((await ask('estimate', { ...document, responses: { x: 1, y: null } })).fit.verdict).toBe(
    'straight_line',
  );
  const two = { items: [ITEM, { ...ITEM, id: 'z' }], responses: { x: 1, z: 0 }, method: 'eap' };
  expect((await ask('estimate', two)).fit.verdict).toBe('fits');
  const strict = { evidence: [100, 0], lz: [-9, 0] };
  const own = await ask('estimate', { ...two, careless: { refuse: strict, caution: strict } });
  expect(own.fit.verdict).toBe('careless');
  const { code, stderr } = await call('estimate', { ...two, careless: { refuse: strict } });
  expect([code, stderr]).toEqual([2, expect.stringContaining('careless.caution')]);
});

test('adaptive: the reference traces come out step by step', async () => {
  const bank = unidimensional.items.map((item, i) => ({ ...item, id: `${i}`, facet: 'none' }));
  for (const { responses, steps } of unidimensional.cases) {
    const found = await ask('adaptive', {
      items: bank,
      responses: Object.fromEntries(responses.map((category, i) => [`${i}`, category])),
      stop: { se: 0.3, min: 4, max: 20 },
    });
    expect(found.steps.map(({ item }: { item: string }) => Number(item))).toEqual(steps.map(([i]) => i));
    expect(Math.abs(found.theta - steps.at(-1)![2]!)).toBeLessThan(1e-4);
  }
  const { items, sigma, weights: w, cases } = multidimensional;
  for (const reference of cases) {
    const found = await ask('adaptive', {
      items,
      sigma,
      w: w.map((weight) => 3 * weight),
      responses: Object.fromEntries(reference.responses.map((category, i) => [items[i]!.id, category])),
      stop: { se: 0.3, min: 12, max: 36 },
      perFacetFirst: 2,
      candidates: 1,
    });
    const asked = found.steps.map(({ item }: { item: string }) => items.findIndex(({ id }) => id === item));
    expect(asked).toEqual(reference.steps.map(([i]) => i));
    expect(Math.abs(found.axis - reference.steps.at(-1)![3]!)).toBeLessThan(1e-4);
    expect(Math.abs(found.axisSE - reference.steps.at(-1)![4]!)).toBeLessThan(1e-4);
    expect(Math.abs(found.pTeto - reference.pTeto)).toBeLessThan(1e-4);
  }
});

test('adaptive: candidates are drawn by seed, items without a response never asked', async () => {
  const document = {
    items: unidimensional.items.map((item, i) => ({ ...item, id: `${i}` })),
    responses: Object.fromEntries(unidimensional.cases[0]!.responses.slice(0, 20).map((c, i) => [`${i}`, c])),
    stop: { se: 0, min: 0, max: 10 },
    candidates: 4,
  };
  const order = async (seed: string) =>
    (await ask('adaptive', { ...document, seed })).steps.map(({ item }: { item: string }) => item);
  const one = await order('a');
  expect(await order('a')).toEqual(one);
  expect(await order('b')).not.toEqual(one);
  expect(new Set(one).size).toBe(10);
  for (const item of one) expect(Number(item)).toBeLessThan(20);
});

test('calibrate, reliability: LSAT7 as rows of people', async () => {
  const { patterns, frequencies, logLik, a, alpha } = lsat.tests.LSAT7;
  const responses = patterns.flatMap((pattern, p) => Array.from({ length: frequencies[p]! }, () => pattern));
  const found = await ask('calibrate', { responses });
  expect(Object.keys(found)).toEqual(['items', 'logLik', 'cycles', 'converged']);
  expect(Object.keys(found.items[0])).toEqual(['a', 'b', 'seA', 'seB']);
  expect(found.converged).toBe(true);
  expect(Math.abs(found.logLik - logLik)).toBeLessThan(1e-4);
  found.items.forEach((item: { a: number }, i: number) => {
    expect(Math.abs(item.a - a[i]!)).toBeLessThan(1e-4);
  });
  const classical = await ask('reliability', { responses });
  expect(Object.keys(classical)).toEqual(['alpha', 'omegaTotal', 'items']);
  expect(classical.alpha).toBeCloseTo(alpha, 8);
  expect(Object.keys(classical.items[0])).toEqual(['mean', 'sd', 'itemRest', 'alphaIfDeleted']);
});

test('calibrate: fewer nodes and a category nobody used', async () => {
  const responses = simulateResponses(
    [
      { a: 1, b: [0] },
      { a: 1, b: [0] },
      { a: 2, b: [1] },
    ],
    300,
    3,
    'cli',
  );
  const doubled = responses.map((row) => row.map((category, i) => (i === 1 ? 2 * category! : category)));
  const found = await ask('calibrate', { responses: doubled, nodes: 41, range: 5 });
  expect(found.items[1].categories).toEqual([0, 2]);
  expect(found.items[0].categories).toBeUndefined();
});

test('dif and sequential are those of the engine', async () => {
  const responses = simulateResponses(
    Array.from({ length: 6 }, () => ({ a: 1.5, b: [-1, 1] })),
    400,
    6,
    'dif',
  );
  const group = responses.map((_, p) => p % 2);
  const moved = responses.map((row, p) => [group[p] ? Math.min(2, row[0]! + 1) : row[0]!, ...row.slice(1)]);
  const { items } = await ask('dif', { responses: moved, group });
  expect(items).toHaveLength(6);
  expect(Object.keys(items[0])).toEqual(['uniformChi2', 'bothChi2', 'mantel', 'smd', 'class']);
  expect(items[0].class).toBe('C');
  expect(sequential).toBeDefined();
  const looks = [
    { na: 800, xa: 180, nb: 800, xb: 214 },
    { na: 1600, xa: 352, nb: 1600, xb: 421 },
  ];
  const found = await ask('sequential', { tau2: 0.0025, alpha: 0.05, looks });
  expect(found.looks[0].lambda).toBeCloseTo(2.05033, 5);
  expect(found.looks[1].p).toBeCloseTo(1 / 12.0588, 5);
});

test('simulate: the bank under its default rule', async () => {
  const { items, sigma, weights, acquiescence } = tetoEgen('en');
  const found = await ask('simulate', {
    items: items.filter(({ pretest }) => !pretest),
    sigma,
    w: weights,
    acquiescence,
    stop: { se: 0.35, min: 12, max: 24 },
    n: 150,
    seed: 1,
  });
  expect(Object.keys(found)).toEqual(
    'meanItems p10 p90 reliability coverage95 typeAccuracy clearShare clearAccuracy refused cautioned'.split(
      ' ',
    ),
  );
  expect(found.meanItems).toBeGreaterThan(17);
  expect(found.meanItems).toBeLessThan(22);
  expect(found.reliability).toBeGreaterThan(0.8);
});
