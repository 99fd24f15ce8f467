// node tools/run.mjs tools/common-passwords.ts: writes the most used passwords long enough to be chosen here, one a line.
import { writeFileSync } from 'node:fs';
import { dictionary } from '@zxcvbn-ts/language-common';
import { at } from './lib/paths.ts';

export const LIST = at('workers/auth/password/common.txt');
const COUNT = 3000;
const SHORTEST = 8;

/** The 3,000 most used passwords of 8 characters and more, most used first: zxcvbn's list (MIT), in lower case. */
export function mostUsed(): string {
  const long = dictionary['passwords-common'].filter((word) => [...word].length >= SHORTEST);
  return `${[...new Set(long.map((word) => word.toLowerCase()))].slice(0, COUNT).join('\n')}\n`;
}

if (import.meta.main) writeFileSync(LIST, mostUsed());
