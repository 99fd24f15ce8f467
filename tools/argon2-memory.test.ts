import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOWERED, lowered, SOURCE } from './argon2-memory.ts';

test('the password hash we ship is the package’s, byte for byte but for the size of its memory', () => {
  const [source, ours] = [readFileSync(SOURCE), readFileSync(LOWERED)];
  expect(Buffer.from(lowered(source)).equals(ours)).toBe(true);
  const different = [...source].flatMap((byte, index) => (byte === ours[index] ? [] : [index]));
  expect(different).toHaveLength(2);
  const [memory] = WebAssembly.Module.imports(new WebAssembly.Module(ours));
  expect(memory).toEqual({ module: 'env', name: 'memory', kind: 'memory' });
});
