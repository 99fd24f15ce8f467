import { base64url } from '../lib/ids.ts';

/** What differs from how an honest key in an honest browser would answer. */
export interface Odd {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  counter?: number;
  /** False: nobody touched a sensor or gave a PIN. */
  verifiedUser?: boolean;
  userHandle?: string | null;
  /** Of another credential. */
  id?: string;
}

interface Creation {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

interface Request {
  challenge: string;
  rpId: string;
}

export interface Authenticator {
  id: string;
  /** Answers `options` of navigator.credentials.create(), attestation `none` (WebAuthn level 3, 6.5). */
  create(options: unknown, odd?: Odd): Promise<Record<string, unknown>>;
  /** Answers `options` of navigator.credentials.get(). */
  get(options: unknown, odd?: Odd): Promise<Record<string, unknown>>;
}

const UP = 0x01;
const UV = 0x04;
const BE = 0x08;
const BS = 0x10;
const AT = 0x40;

/** A key in software, with one ES256 credential. `counts: false`: one that always says 0, as synced passkeys do. */
export async function newAuthenticator(
  origin: string,
  { counts = true, synced = false }: { counts?: boolean; synced?: boolean } = {},
): Promise<Authenticator> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const credential = crypto.getRandomValues(new Uint8Array(32));
  const own = base64url(credential);
  let count = 0;
  let user = '';

  const head = async (rpId: string, { counter, verifiedUser = true }: Odd, flags = 0) => {
    const said = counter ?? (counts ? ++count : 0);
    const all = UP | (verifiedUser ? UV : 0) | (synced ? BE | BS : 0) | flags;
    return join(await sha256(text(rpId)), [all], uint(said, 4));
  };
  const client = (type: string, challenge: string, odd: Odd) =>
    text(
      JSON.stringify({
        type: odd.type ?? type,
        challenge: odd.challenge ?? challenge,
        origin: odd.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const answer = (id: string, response: object) => ({
    ...{ id, rawId: id, type: 'public-key', response },
    ...{ authenticatorAttachment: 'platform', clientExtensionResults: {} },
  });

  return {
    id: own,
    async create(options, odd = {}) {
      const { challenge, rp, user: owner } = options as Creation;
      user = owner.id;
      const { x = '', y = '' } = (await crypto.subtle.exportKey('jwk', keys.publicKey)) as JsonWebKey;
      // COSE_Key: kty EC2, alg ES256, crv P-256, x, y (RFC 9053).
      const key = cborMap([
        ...[[1, 2] as const, [3, -7] as const, [-1, 1] as const],
        ...[[-2, bytes(x)] as const, [-3, bytes(y)] as const],
      ]);
      const authData = join(
        await head(odd.rpId ?? rp.id, odd, AT),
        ...[new Uint8Array(16), uint(credential.length, 2), credential, key],
      );
      const attestation = cborMap([
        ['fmt', 'none'],
        ['attStmt', new Map<never, never>()],
        ['authData', authData],
      ]);
      return answer(odd.id ?? own, {
        clientDataJSON: base64url(client('webauthn.create', challenge, odd)),
        attestationObject: base64url(attestation),
        transports: ['internal', 'hybrid', 'smoke-signals'],
      });
    },
    async get(options, odd = {}) {
      const { challenge, rpId } = options as Request;
      const authData = await head(odd.rpId ?? rpId, odd);
      const clientData = client('webauthn.get', challenge, odd);
      const signed = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        keys.privateKey,
        join(authData, await sha256(clientData)),
      );
      const userHandle = odd.userHandle === undefined ? user : odd.userHandle;
      return answer(odd.id ?? own, {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authData),
        signature: base64url(der(new Uint8Array(signed))),
        ...(userHandle && { userHandle }),
      });
    },
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

const text = (value: string): Bytes => new Uint8Array(new TextEncoder().encode(value));
const sha256 = async (data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', data));
const bytes = (encoded: string): Bytes =>
  Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const join = (...parts: (Uint8Array | number[])[]): Bytes =>
  new Uint8Array(parts.flatMap((part) => [...part]));
const uint = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, place) => (value >>> (8 * (size - 1 - place))) & 0xff);

type Cbor = number | string | Uint8Array | Map<never, never>;

/** A CBOR map of what a credential is written with: small integers, texts, byte strings and the empty map (RFC 8949). */
function cborMap(entries: readonly (readonly [number | string, Cbor])[]): Bytes {
  return join(cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cbor(key), cbor(value)]));
}

function cbor(value: Cbor): Bytes {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (typeof value === 'string') return join(cborHead(3, value.length), text(value));
  if (value instanceof Map) return cborHead(5, 0);
  return join(cborHead(2, value.length), value);
}

function cborHead(major: number, size: number): Bytes {
  if (size < 24) return join([(major << 5) | size]);
  return size < 256 ? join([(major << 5) | 24, size]) : join([(major << 5) | 25], uint(size, 2));
}

/** An ECDSA signature as authenticators write it: SEQUENCE of two INTEGERs, from the r ‖ s of WebCrypto. */
function der(signature: Bytes): Bytes {
  const integer = (half: Bytes) => {
    const start = half.findIndex((byte) => byte > 0);
    const short = half.subarray(start);
    const positive = (short[0] ?? 0) > 0x7f ? join([0], short) : short;
    return join([2, positive.length], positive);
  };
  const both = join(integer(signature.subarray(0, 32)), integer(signature.subarray(32)));
  return join([0x30, both.length], both);
}
