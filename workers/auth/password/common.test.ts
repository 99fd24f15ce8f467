import { describe, expect, test } from 'vitest';
import { requireUncommon } from './accept.ts';
import { isCommon } from './common.ts';
import { typedCyrillic, typedKeys } from './keys.ts';

describe('Passwords: the most used', () => {
  test.each([
    ...['password', 'password1', 'passwords', 'passw0rd', 'p@ssw0rd', 'p@$$w0rd!', '12345678', '123456789'],
    ...['1234567890', '87654321', '11111111', '00000000', 'aaaaaaaa', '12121212', '11223344', '123123123'],
    ...['qwertyui', 'qwertyuiop', 'qwerty123', 'asdfghjkl', 'asdf1234', '1q2w3e4r', '1qaz2wsx', 'qazwsxedc'],
    ...['zaq12wsx', 'q1w2e3r4', '123qweasd', 'poiuytrewq', 'abcdefgh', 'abcd1234', 'abc12345', '1234qwer'],
    ...['iloveyou', 'iloveyou1', 'sunshine', 'princess1', 'football', 'baseball', 'superman', 'batman123'],
    ...['trustno1', 'starwars', 'whatever', 'letmein1', 'welcome1', 'welcome123', 'dragon123', 'monkey12'],
    ...['shadow2010', 'michael1', 'jennifer', 'jordan23', 'liverpoo', 'basketba', 'changeme!', 'admin123'],
    ...['qwer1234', 'asdasdasd', 'testtest', 'samsung1', 'naver123', 'a123456789', '123456789a', 'blackcat'],
  ])('%s is refused', (password) => {
    expect(isCommon(password)).toBe(true);
  });

  test.each([
    ...[
      '사랑해사랑해',
      '비밀번호1234',
      '안녕하세요',
      '대한민국',
      'tkfkdgo1',
      'tkfkdgo1004',
      'qlalfqjsgh',
      'dkssudgktpdy',
    ],
    ...['eogksalsrnr', 'dkssud123', 'rlaalstn1', '19900101', '01012000', '12311999', 'gfhjkm123', 'ghbdtn12'],
  ])('so is %s', (password) => {
    expect(isCommon(password.toLowerCase())).toBe(true);
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

  test('is answered quickly for the longest text there may be', () => {
    const began = performance.now();
    for (const unit of ['a1', '12', 'qwe', '가', '\u0000', 'ab@3']) isCommon(unit.repeat(512).slice(0, 512));
    expect(performance.now() - began).toBeLessThan(500);
  });
});

test('a text is known by the keys it is typed with', () => {
  expect(typedKeys('사랑해 닭 꽃 의자 ok')).toBe('tkfkdgo ekfr Rhc dmlwk ok');
  expect(typedCyrillic('пароль привет')).toBe('gfhjkm ghbdtn');
});
