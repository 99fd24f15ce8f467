import { base64url } from 'jose';

/**
 * Encryption at rest: AES-256-GCM under the first of `SEAL_KEYS`, opened by the one named in the text, so that keys can
 * change without losing what older ones sealed. `purpose` is bound to the text: one sealed for another does not open.
 */
export async function seal(keys: string, purpose: string, text: string): Promise<string> {
  const [name = ''] = keys.split(':', 1);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(params(iv, purpose), await keyOf(keys, name), encode(text));
  return [name, base64url.encode(iv), base64url.encode(new Uint8Array(sealed))].join('.');
}

/** The text that was sealed. Throws when it was changed, or sealed by an unknown key or for another purpose. */
export async function unseal(keys: string, purpose: string, sealed: string): Promise<string> {
  const [name = '', iv = '', text = ''] = sealed.split('.');
  const key = await keyOf(keys, name);
  return new TextDecoder().decode(
    await crypto.subtle.decrypt(params(decode(iv), purpose), key, decode(text)),
  );
}

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (text: string) => new Uint8Array(base64url.decode(text));
const params = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encode(purpose),
});

async function keyOf(keys: string, name: string): Promise<CryptoKey> {
  const found = keys.split(',').find((pair) => pair.startsWith(`${name}:`));
  if (!found) throw new Error(`no seal key named ${name}`);
  const raw = decode(found.slice(name.length + 1));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
