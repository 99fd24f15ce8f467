import { sameHash, sha256 } from '../../lib/ids.ts';

const CODES = 1_000_000;
const FAIR = 2 ** 32 - (2 ** 32 % CODES);

/** Six random digits, all codes equally likely. */
export function newCode(): string {
  for (;;) {
    const [number = FAIR] = crypto.getRandomValues(new Uint32Array(1));
    if (number < FAIR) return String(number % CODES).padStart(6, '0');
  }
}

/** Hash of a code with the token of its step, which only its holder has: the database alone cannot be searched for it. */
export const codeHash = (token: string, code: string): Promise<string> => sha256(`${token}.${code}`);

export const isCode = async (hash: string, token: string, code: string): Promise<boolean> =>
  sameHash(hash, await codeHash(token, code));
