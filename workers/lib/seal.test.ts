import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const one = `a:${'A'.repeat(43)}`;
const two = `b:${'B'.repeat(42)}A,${one}`;

test('what is sealed opens with its key, its purpose and unchanged only', async () => {
  const sealed = await seal(one, 'totp u_1', '비밀');
  expect(sealed).not.toContain('비밀');
  expect(await unseal(one, 'totp u_1', sealed)).toBe('비밀');
  await expect(unseal(one, 'totp u_2', sealed)).rejects.toThrow();
  await expect(
    unseal(one, 'totp u_1', sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')),
  ).rejects.toThrow();
});

test('a new key seals what comes, the old one still opens what was', async () => {
  const old = await seal(one, 'p', 'before');
  expect(await unseal(two, 'p', old)).toBe('before');
  const fresh = await seal(two, 'p', 'after');
  expect(fresh.startsWith('b.')).toBe(true);
  await expect(unseal(one, 'p', fresh)).rejects.toThrow('no seal key named b');
});
