import { describe, expect, test } from 'vitest';
import { requireUncommon } from './accept.ts';
import { isCommon } from './common.ts';
import MOST_USED from './common.txt';
import { typedKeys } from './hangul-keys.ts';

describe('Passwords: the 3,000 most used', () => {
  test('are refused, every one', () => {
    const list = MOST_USED.trim().split('\n');
    expect(list).toHaveLength(3000);
    expect(list.filter((password) => !isCommon(password))).toEqual([]);
  });

  test.each([
    ...['password', 'password1', 'qwertyuiop', 'iloveyou', '12345678', '1q2w3e4r', 'q1w2e3r4', 'tkfkdgo1004'],
    ...[
      '사랑해사랑해',
      '비밀번호1234',
      '안녕하세요',
      '대한민국',
      'qlalfqjsgh',
      'dkssudgktpdy',
      'eogksalsrnr',
    ],
  ])('so %s', (password) => {
    expect(isCommon(password)).toBe(true);
    expect(isCommon(password.normalize('NFD'))).toBe(true);
  });

  test.each([
    ...[
      'correct horse battery staple',
      'tulip and rose 12',
      '푸른 하늘 은하수 7',
      '여덟글자비밀번호다',
      'vK3#pq0-Lm',
    ],
    ...[
      'zebra-lantern',
      'my cat hates mondays',
      'xkcdunfolds',
      '82749305',
      'hangul-키보드-44',
      'ofzvkqwm',
      'Mj7tWb2s',
    ],
  ])('%s is not', (password) => {
    expect(isCommon(password.toLowerCase())).toBe(false);
  });

  test('whatever its case; and one’s own address or our name is no password either', () => {
    const refused = [
      'PassWord1',
      'Wisteria.Kim',
      'wisteria.kim@mail.example',
      'Teto-Egen',
      '테토에겐테토에겐',
    ];
    for (const password of refused) {
      expect(() => requireUncommon(password, 'wisteria.kim@mail.example'), password).toThrow(
        'password_common',
      );
    }
    expect(() => requireUncommon('Wisteria.Kim and friends', 'wisteria.kim@mail.example')).not.toThrow();
  });
});

test('a text is known by the keys it is typed with', () => {
  expect(typedKeys('사랑해 닭 꽃 의자 ok')).toBe('tkfkdgo ekfr Rhc dmlwk ok');
});
