import { desc, gt, isNull, or } from 'drizzle-orm';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Ctx } from '../../context.ts';
import { signingKeys } from '../../db/tables/auth.ts';
import { seal, unseal } from '../../lib/seal.ts';

export const ALGORITHM = 'ES256';
/** A retired key verifies this long: longer than an access token and every isolate's memory live together. */
const RETIRED_MS = 3_600_000;
const MEMORY_MS = 60_000;
/** Tokens with made-up key ids must not make us ask the database each time. */
const MISS_MS = 5_000;

type Key = CryptoKey | Uint8Array;
interface Keys {
  readAt: number;
  /** Public JWKs of every key that still verifies, newest first. */
  published: JWK[];
  verifiers: Map<string, Key>;
  signer: { kid: string; key: Key };
}

let memory: Keys | undefined;

/** The keys as this isolate knows them; read again after a minute, or at once for a key id it has never seen. */
export async function loadKeys(ctx: Ctx, kid?: string): Promise<Keys> {
  const age = ctx.now - (memory?.readAt ?? 0);
  const unknown = kid !== undefined && !memory?.verifiers.has(kid) && age > MISS_MS;
  if (memory && age < MEMORY_MS && !unknown) return memory;
  memory = await readKeys(ctx);
  return memory;
}

/** Forgets what this isolate knows. */
export function forgetKeys(): void {
  memory = undefined;
}

async function readKeys(ctx: Ctx): Promise<Keys> {
  const { db, now, env } = ctx;
  const rows = await db
    .select()
    .from(signingKeys)
    .where(or(isNull(signingKeys.retiredAt), gt(signingKeys.retiredAt, now - RETIRED_MS)))
    .orderBy(desc(signingKeys.createdAt), desc(signingKeys.kid));
  const newest = rows.find(({ retiredAt }) => retiredAt === null);
  if (!newest) {
    await makeKey(ctx);
    return readKeys(ctx);
  }
  const published = rows.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }));
  const imported = published.map(async (jwk) => [jwk.kid, await importJWK(jwk, ALGORITHM)] as const);
  const secret = JSON.parse(await unseal(env.SEAL_KEYS, newest.kid, newest.privateJwk)) as JWK;
  return {
    readAt: now,
    published,
    verifiers: new Map(await Promise.all(imported)),
    signer: { kid: newest.kid, key: await importJWK(secret, ALGORITHM) },
  };
}

// Two isolates may each make one: both verify, the newest signs.
async function makeKey({ db, env, now }: Ctx): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)) };
  const kid = await calculateJwkThumbprint(publicJwk);
  const privateJwk = await seal(env.SEAL_KEYS, kid, JSON.stringify(await exportJWK(privateKey)));
  await db.insert(signingKeys).values({ kid, publicJwk, privateJwk, createdAt: now });
}
