import MOST_USED from './common.txt';
import { typedKeys } from './hangul-keys.ts';
import KOREAN from './words-ko.txt';

const listed = (text: string): string[] => text.split(/\s+/).filter(Boolean);

interface Lists {
  /** The 3,000 most used passwords of 8 characters and more (tools/common-passwords.ts). */
  used: ReadonlySet<string>;
  /** Korean words people make passwords of, which no such list has; also as typed on Latin keys: `사랑해` is `tkfkdgo`. */
  korean: ReadonlySet<string>;
}

let lists: Lists | undefined;
function read(): Lists {
  const words = listed(KOREAN);
  lists ??= {
    used: new Set(listed(MOST_USED)),
    korean: new Set([...words, ...words.map((word) => typedKeys(word).toLowerCase())]),
  };
  return lists;
}

/** Whether a password, in lower case, is among the most used ones; a Korean word with figures after it is. */
export function isCommon(password: string): boolean {
  const { used, korean } = read();
  const text = password.normalize('NFC');
  const word = text.replace(/[\d!?.@#~*]+$/, '');
  const half = word.slice(0, word.length / 2);
  return used.has(text) || korean.has(word) || (half + half === word && korean.has(half));
}
