import { typedCyrillic, typedKeys } from './keys.ts';
import LATIN from './words.txt';
import KOREAN from './words-ko.txt';
import RUSSIAN from './words-ru.txt';

/**
 * Whether a password, in lower case, is among the most used ones: a word of the list with what people put around words,
 * keys in a row, a short piece over and over, a date. Of the 3,000 most used of 8 characters and more it knows most.
 */
export function isCommon(password: string): boolean {
  const text = password.normalize('NFC');
  if (isRepeated(text) || isRow(text) || isDate(text) || isPair(text)) return true;
  return [text, ...plainSpellings(text)].some(isDressedWord);
}

const listed = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Older systems cut passwords at eight characters, and many were carried on like that. */
const CUT = 8;

// What people make passwords of: words, names, teams, brands, written down for this purpose. Korean and Russian ones are
// also known as typed on a Latin keyboard: `사랑해` is `tkfkdgo`, `пароль` is `gfhjkm`.
let known: Set<string> | undefined;
function words(): Set<string> {
  if (known) return known;
  const [latin, korean, russian] = [listed(LATIN), listed(KOREAN), listed(RUSSIAN)];
  known = new Set([...latin, ...korean, ...russian, ...latin.map((word) => word.slice(0, CUT))]);
  for (const word of korean) known.add(typedKeys(word).toLowerCase());
  for (const word of russian) known.add(typedCyrillic(word));
  return known;
}

/** What stands before or after a word in the passwords that are used most. */
const AROUND =
  /^s?(?:\d{1,2}|(?:19[4-9]|20[0-3])\d|123|1234|12345|123456|1234567|12345678|123456789|321|4321|54321|1004|(\d)\1{2,3}|00\d|\d0{2,3}|420|007|101|1212|1313|(\d\d)\2|abc|qwe|asd|xx|xxx)?[!.?*#@~]{0,2}$/;
const BEFORE = /^(?:|1|12|123|1234|my|the|i|a|mr|ms|big|le|el|la)$/;

/** Two words of the list in eight or nine letters: `bluebird`, `babyblue`. */
function isPair(text: string): boolean {
  if (text.length > 9) return false;
  const set = words();
  for (let at = 3; at <= text.length - 3; at++) {
    if (set.has(text.slice(0, at)) && set.has(text.slice(at))) return true;
  }
  return false;
}

function isDressedWord(text: string): boolean {
  const set = words();
  for (let begin = 0; begin <= Math.min(4, text.length - 1); begin++) {
    if (!BEFORE.test(text.slice(0, begin))) continue;
    for (let end = text.length; end > begin + 2; end--) {
      const word = text.slice(begin, end);
      const half = word.slice(0, word.length / 2);
      const found = set.has(word) || (half + half === word && set.has(half));
      if (found && AROUND.test(text.slice(end))) return true;
    }
  }
  return false;
}

/** `p@ssw0rd` is a spelling of `password`; 1 may stand for i or for l. */
function plainSpellings(text: string): string[] {
  const letters = (one: string) =>
    text.replace(/[01345789@$]|!(?=.)/g, (sign) => ({ ...LETTERS, 1: one, '!': one })[sign] ?? sign);
  return [letters('i'), letters('l')];
}
const LETTERS: Record<string, string> = {
  0: 'o',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
};

/** `abcabcab`, `11111111`, `qweqweqwe`, `112233445566`: a piece of up to four over and over, or each sign twice on. */
const isRepeated = (text: string): boolean =>
  /^(.)\1*(.)\2*$/u.test(text) || /^(.{1,4})\1+(.{0,3})$/u.test(text) || /^(?:(\d)\1){3,}$/.test(text);

const ROWS = [
  ...['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop[]asdfghjkl;zxcvbnm,./'],
  ...[
    'qazwsxedcrfvtgbyhnujmik,ol.p;/',
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
    'zaq1xsw2cde3vfr4bgt5nhy6mju7',
  ],
  ...['1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0', 'q1a2z3w4s5x6', '!@#$%^&*()_+', '147258369', '159357'],
  ...[
    'zaq12wsxcde34rfvbgt56yhnmju78ik,',
    'qwertzuiopasdfghjklyxcvbnm',
    'azertyuiopqsdfghjklmwxcvbn',
    '13579',
    '24680',
  ],
  ...[
    'a1b2c3d4e5f6g7h8i9',
    '1a2b3c4d5e6f7g8h',
    'a1s2d3f4g5h6j7k8l9',
    '1a2s3d4f5g6h7j8k9l',
    'aqwzsxedcrfv',
    'qwaszxerdfcv',
  ],
  '789456123',
];
const BOTH_WAYS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** At most three runs along the keys, each of three or more, and two signs: `qwertyui`, `asdf1234`, `123qweasd`, `1234567q`. */
function isRow(text: string): boolean {
  let rest = text;
  for (let runs = 0; runs < 3; runs++) {
    let length = rest.length;
    while (length >= 3 && !BOTH_WAYS.some((row) => row.includes(rest.slice(0, length)))) length--;
    if (length < 3) return false;
    rest = rest.slice(length);
    if (rest.length <= 2) return true;
  }
  return false;
}

const YEAR = '(?:19\\d\\d|20[0-3]\\d)';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const DATE = new RegExp(
  `^(?:${YEAR}(?:${MONTH}${DAY}|${DAY}${MONTH}|${YEAR})|(?:${MONTH}${DAY}|${DAY}${MONTH})${YEAR})$`,
);

/** Eight digits that are a day between 1900 and 2039, whichever way it is written, or two years. */
const isDate = (text: string): boolean => DATE.test(text);
