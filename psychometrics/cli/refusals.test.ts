import { expect, test } from 'vitest';
import { run } from './run.ts';

const call = (command: string, document: unknown) =>
  run([command], async () => (typeof document === 'string' ? document : JSON.stringify(document)));

const ITEM = { id: 'x', a: 1, b: [0] };
const ESTIMATE = { items: [ITEM], responses: { x: 1 }, method: 'eap' };
const ADAPTIVE = { items: [ITEM], responses: { x: 1 }, stop: { se: 0.3, min: 1, max: 1 } };
const SIMULATE = { items: [{ ...ITEM, facet: 0 }], sigma: [[1]], w: [1], stop: { se: 0.3 }, n: 1, seed: 'a' };

test.each<[string, unknown, string]>([
  ['calibrate', '', 'stdin'],
  ['calibrate', '{"responses":', 'stdin'],
  ['calibrate', [], 'the document'],
  ['calibrate', null, 'the document'],
  ['calibrate', {}, 'responses'],
  ['calibrate', { responses: [] }, 'responses'],
  ['calibrate', { responses: [[]] }, 'responses[0]'],
  ['calibrate', { responses: [[0, 1], [1]] }, 'responses[1]'],
  [
    'calibrate',
    {
      responses: [
        [0, 1],
        [1, -1],
      ],
    },
    'responses[1][1]',
  ],
  [
    'calibrate',
    {
      responses: [
        [0, 1],
        [1, 0.5],
      ],
    },
    'responses[1][1]',
  ],
  [
    'calibrate',
    {
      responses: [
        [0, 1],
        [1, '1'],
      ],
    },
    'responses[1][1]',
  ],
  [
    'calibrate',
    {
      responses: [
        [0, 1],
        [1, 1],
      ],
    },
    'responses: item 1',
  ],
  ['calibrate', { responses: [[0], [1]], node: 61 }, 'node'],
  ['calibrate', { responses: [[0], [1]], nodes: 1 }, 'nodes'],
  ['calibrate', { responses: [[0], [1]], range: '6' }, 'range'],
  ['reliability', { responses: [[0], [1]] }, 'responses'],
  [
    'reliability',
    {
      responses: [
        [0, 1],
        [0, 2],
      ],
    },
    'responses: item 0',
  ],
  ['probabilities', { item: { a: 'x', b: [0] }, theta: [0] }, 'item.a'],
  ['probabilities', { item: { a: 1, b: [] }, theta: [0] }, 'item.b'],
  ['probabilities', { item: { a: 1, b: [1, 0] }, theta: [0] }, 'item.b'],
  ['probabilities', { item: { a: 1, b: [0] } }, 'theta'],
  ['probabilities', { item: { a: 1, b: [0] }, theta: [null] }, 'theta[0]'],
  ['information', { items: [{ a: 1, b: [0] }], theta: [0] }, 'items[0].id'],
  ['information', { items: [ITEM, ITEM], theta: [0] }, 'items[1].id'],
  ['estimate', { ...ESTIMATE, method: 'ml' }, 'method'],
  ['estimate', { ...ESTIMATE, responses: { z: 1 } }, 'responses.z'],
  ['estimate', { ...ESTIMATE, responses: { x: 2 } }, 'responses.x'],
  ['estimate', { ...ESTIMATE, sigma: [[1]] }, 'items[0].facet'],
  ['estimate', { ...ESTIMATE, acquiescence: 1e308 }, 'acquiescence'],
  ['sequential', { tau2: 1e308, alpha: 0.05, looks: [] }, 'tau2'],
  ['estimate', { ...ESTIMATE, sigma: [[1, 0]] }, 'sigma[0]'],
  [
    'estimate',
    {
      ...ESTIMATE,
      sigma: [
        [1, 0.5],
        [0.4, 1],
      ],
    },
    'sigma[0][1]',
  ],
  [
    'estimate',
    {
      ...ESTIMATE,
      sigma: [
        [1, 2],
        [2, 1],
      ],
    },
    'sigma',
  ],
  ['estimate', { ...ESTIMATE, items: [{ ...ITEM, key: 0 }] }, 'items[0].key'],
  ['adaptive', { ...ADAPTIVE, stop: { se: -1 } }, 'stop.se'],
  ['adaptive', { ...ADAPTIVE, stop: { se: 0.3, min: 3, max: 2 } }, 'stop.max'],
  ['adaptive', { ...ADAPTIVE, candidates: 5 }, 'candidates'],
  ['adaptive', { ...ADAPTIVE, w: [1] }, 'sigma'],
  ['adaptive', { ...ADAPTIVE, items: [{ ...ITEM, facet: 0 }], sigma: [[1]] }, 'w'],
  ['adaptive', { ...ADAPTIVE, items: [{ ...ITEM, facet: 0 }], sigma: [[1]], w: [1, 1] }, 'w'],
  [
    'dif',
    {
      responses: [
        [0, 1],
        [1, 0],
      ],
      group: [0],
    },
    'group',
  ],
  [
    'dif',
    {
      responses: [
        [0, 1],
        [1, 0],
      ],
      group: [0, 2],
    },
    'group[1]',
  ],
  ['sequential', { tau2: 0, alpha: 0.05, looks: [] }, 'tau2'],
  ['sequential', { tau2: 1, alpha: 0.05, looks: [{ na: 1, xa: 2, nb: 1, xb: 0 }] }, 'looks[0].xa'],
  ['sequential', { tau2: 1, alpha: 0.05, looks: [{ na: 1, xa: 0, nb: 1 }] }, 'looks[0].xb'],
  ['simulate', { ...SIMULATE, n: 0 }, 'n'],
  ['simulate', { ...SIMULATE, seed: null }, 'seed'],
  ['simulate', { ...SIMULATE, w: [0] }, 'w'],
  ['simulate', { ...SIMULATE, items: [{ ...ITEM, facet: 1 }] }, 'items[0].facet'],
  ['simulate', { ...SIMULATE, items: [{ ...ITEM, facet: 0, key: -1 }] }, 'items[0].key'],
])('a bad document for %s: %j is refused in one line naming %s', async (command, document, field) => {
  const { code, stdout, stderr } = await call(command, document);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr.startsWith(`psychometrics ${command}: ${field}`), stderr).toBe(true);
  expect(stderr.charAt(`psychometrics ${command}: ${field}`.length)).toMatch(/[: ]/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test.each([[[]], [['calibrat']], [['toString']], [['calibrate', '--nodes=3']]])(
  'a bad call %j exits 2',
  async (args) => {
    const { code, stdout, stderr } = await run(args, async () => '{}');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^psychometrics[^\n]*\n$/);
  },
);
