import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url).href);
const call = (args: string[], input: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
};

test('a document goes in by stdin, one comes out on stdout', () => {
  const found = call(['probabilities'], '{"item":{"a":1,"b":[0]},"theta":[0]}');
  expect(found).toEqual({ status: 0, stdout: '{"probabilities":[[0.5,0.5]]}\n', stderr: '' });
});

test('an answer larger than a pipe comes out whole', () => {
  const theta = Array.from({ length: 50_000 }, (_, i) => i / 50_000);
  const { status, stdout } = call(['probabilities'], JSON.stringify({ item: { a: 1, b: [0] }, theta }));
  expect(status).toBe(0);
  expect(JSON.parse(stdout).probabilities).toHaveLength(50_000);
});

test('a bad document exits 2 with one line on stderr and nothing on stdout', () => {
  const { status, stdout, stderr } = call(['calibrate'], '{"responses":[[0,1],[1,"a"]]}');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^psychometrics calibrate: responses\[1\]\[1\]: [^\n]+\n$/);
});
