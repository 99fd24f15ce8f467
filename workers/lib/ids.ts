const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** 22 base58 digits holding 128 random bits: a public address nobody can guess. */
export function newSlug(): string {
  let value = crypto.getRandomValues(new Uint8Array(16)).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let digits = '';
  for (let place = 0; place < 22; place++) {
    digits = BASE58[Number(value % 58n)] + digits;
    value /= 58n;
  }
  return digits;
}

/** The owner's id of a profile. */
export const newProfileId = (): string => `p_${newSlug()}`;

/** Ids of an account, a sign-in, an export. */
export const newUserId = (): string => `u_${newSlug()}`;
export const newFamilyId = (): string => `f_${newSlug()}`;
export const newExportId = (): string => `x_${newSlug()}`;

/** 256 random bits, base64url. */
export const newSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** 128 random bits, hexadecimal: the seed of a session's item selection. */
export const newSeed = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** SHA-256 of a text, base64url. Fit for random secrets only, never for passwords. */
export async function sha256(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** Compares two hashes of equal length in constant time. */
export function sameHash(a: string, b: string): boolean {
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  return left.byteLength === right.byteLength && crypto.subtle.timingSafeEqual(left, right);
}

/** Base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
