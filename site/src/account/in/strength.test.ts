import { expect, it } from 'vitest';
import { strength } from './strength.ts';

it('says nothing before eight characters, counted as people count', () => {
  expect(strength('')).toBeNull();
  expect(strength('가나다라마바사')).toBeNull();
  expect(strength('🌊🌋🌌🌍')).toBeNull();
  expect(strength('ab3kd9x')).toBeNull();
});

it('finds runs, repeats, walks and names plain', () => {
  for (const plain of [
    'aaaaaaaaaaaa',
    '12345678',
    'qwertyuiop',
    'password',
    'abababababab',
    'tetoegen',
    '0987654321',
  ])
    expect(strength(plain), plain).toBe(0);
  expect(strength('minjikim99', 'minjikim@example.com')).toBe(0);
});

it('lets length do: no digits, capitals or symbols are asked for', () => {
  expect(strength('noraebang')).toBe(1);
  expect(strength('늦은밤라면한그릇더')).toBe(3);
  expect(strength('rain on the tin roof')).toBe(3);
  expect(strength('tkfkdgo1')).toBe(1);
});
