import { describe, expect, test } from 'vitest';
import { argon2id } from './argon2.ts';
import { COST, hashPassword, verifyPassword } from './hash.ts';

const text = (value: string) => new TextEncoder().encode(value);
const hex = (value: Uint8Array) => Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');

describe('Passwords', () => {
  // From the tests of the reference implementation (phc-winner-argon2, src/test.c).
  test.each([
    [65_536, 2, 1, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [256, 2, 1, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [256, 2, 2, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
  ])('argon2id of %i KiB, %i passes, %i lanes is the reference’s', (memory, passes, lanes, tag) => {
    expect(hex(argon2id(text('password'), text('somesalt'), { memory, passes, lanes }, 32))).toBe(tag);
  });

  test('are kept as PHC strings of argon2id at OWASP’s least or more, each with a salt of its own', () => {
    const [one, two] = [hashPassword('비밀번호는비밀'), hashPassword('비밀번호는비밀')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(COST.memory).toBeGreaterThanOrEqual(19_456);
    expect(COST.passes).toBeGreaterThanOrEqual(2);
  });

  test('count whole: the last of 128 Hangul syllables, case, spaces, composition and NUL', () => {
    const long = '가'.repeat(127);
    const pairs = [
      [`${long}나`, `${long}다`],
      ['Tulip and Rose', 'tulip and rose'],
      [' with spaces ', 'with spaces'],
      ['한글비밀번호'.normalize('NFC'), '한글비밀번호'.normalize('NFD')],
      ['with\u0000nul-one', 'with\u0000nul-two'],
    ] as const;
    for (const [right, wrong] of pairs) {
      const stored = hashPassword(right.padEnd(8, '!'));
      expect(verifyPassword(right.padEnd(8, '!'), stored).right).toBe(true);
      expect(verifyPassword(wrong.padEnd(8, '!'), stored).right).toBe(false);
    }
  });

  test('of nobody, or too short to be one, are wrong, whatever they are', () => {
    expect(verifyPassword('anything at all', null)).toEqual({ right: false, outdated: false });
    const zeros = hashPassword('\u0000'.repeat(8));
    expect(verifyPassword('\u0000', zeros).right).toBe(false);
    expect(verifyPassword('', null).right).toBe(false);
  });

  test('hashed at a lower cost are right, and told to be outdated', () => {
    const weak = { memory: 9728, passes: 1, lanes: 1 };
    const salt = text('sixteen bytes of');
    const plain = (value: Uint8Array) => btoa(String.fromCharCode(...value)).replaceAll('=', '');
    const hash = plain(argon2id(text('tulip-and-rose'), salt, weak, 32));
    const stored = `$argon2id$v=19$m=9728,t=1,p=1$${plain(salt)}$${hash}`;
    expect(verifyPassword('tulip-and-rose', stored)).toEqual({ right: true, outdated: true });
    expect(verifyPassword('tulip-and-rose', hashPassword('tulip-and-rose')).outdated).toBe(false);
  });
});
