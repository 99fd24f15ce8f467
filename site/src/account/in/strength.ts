const WALKS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'ㅂㅈㄷㄱㅅㅛㅕㅑ',
];
const NAMES = /password|passw0rd|비밀번호|teto|egen|테토|에겐/g;

/** Characters somebody would have to guess: runs, repeats, keyboard walks and what everybody knows count once. */
function guessed(password: string, email: string): number {
  const local = email.split('@')[0]?.toLowerCase() ?? '';
  const letters = [
    ...password
      .toLowerCase()
      .replace(NAMES, '*')
      .replaceAll(local.length > 2 ? local : '\0', '*'),
  ];
  const next = (a: string, b: string): boolean =>
    a === b || WALKS.some((walk) => walk.includes(a + b) || walk.includes(b + a));
  const unforeseen = letters.filter((letter, i) => i === 0 || !next(letters[i - 1] ?? '', letter)).length;
  return Math.min(unforeseen, new Set(letters).size * 2);
}

/** 0 plain, 1 just about, 2 good, 3 solid: by length alone, no kinds of characters demanded; null while too short. */
export function strength(password: string, email = ''): 0 | 1 | 2 | 3 | null {
  if ([...password].length < 8) return null;
  const count = guessed(password, email);
  // A syllable of Hangul is one of 11,172: it counts as two letters.
  const score = count + (password.match(/[가-힣]/g)?.length ?? 0);
  return score < 6 ? 0 : score < 9 ? 1 : score < 13 ? 2 : 3;
}
