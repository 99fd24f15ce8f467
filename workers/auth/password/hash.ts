import { argon2id, type Cost } from './argon2.ts';

/** OWASP's least for argon2id. Raise it and every password is hashed anew at its next login. */
export const COST: Cost = { memory: 19_456, passes: 2, lanes: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{2,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

// PHC strings carry base64 without padding.
const base64 = (value: Uint8Array): string => btoa(String.fromCharCode(...value)).replaceAll('=', '');
const bytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** What is compared when there is nothing to compare with: of today's cost, and no password has it. */
const NOBODY = phc(COST, new Uint8Array(SALT_BYTES), new Uint8Array(HASH_BYTES));

/** The one door to the hash function: a test counts who goes through it. */
export const work = { argon2id };

/** Hashes a password, as the bytes of its UTF-8 just as received, into a PHC string. */
export function hashPassword(password: string): string {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return phc(COST, salt, work.argon2id(bytesOf(password), salt, COST, HASH_BYTES));
}

/**
 * Whether a password is the one of a PHC string. Without one (`null`: no such account, or one without a password) the
 * same work is done and the answer is no. `outdated` when it was hashed at a lower cost than today's.
 */
export function verifyPassword(
  password: string,
  stored: string | null,
): { right: boolean; outdated: boolean } {
  const { cost, salt, hash } = read(stored ?? NOBODY);
  const bytes = bytesOf(password);
  // The function takes no fewer; no password that was ever accepted is so short.
  const short = bytes.length < 8;
  const computed = work.argon2id(short ? new Uint8Array(8) : bytes, salt, cost, hash.length);
  const same = crypto.subtle.timingSafeEqual(computed, hash);
  const outdated = cost.memory < COST.memory || cost.passes < COST.passes || cost.lanes < COST.lanes;
  return { right: same && !short && stored !== null, outdated };
}

const bytesOf = (password: string): Uint8Array => new TextEncoder().encode(password);

function phc({ memory, passes, lanes }: Cost, salt: Uint8Array, hash: Uint8Array): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${base64(salt)}$${base64(hash)}`;
}

function read(text: string): { cost: Cost; salt: Uint8Array; hash: Uint8Array } {
  const [, memory, passes, lanes, salt = '', hash = ''] = PHC.exec(text) ?? [];
  if (!memory) throw new Error('a stored password hash is of no known form');
  const cost = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  return { cost, salt: bytes(salt), hash: bytes(hash) };
}
