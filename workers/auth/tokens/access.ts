import { errors, jwtVerify, SignJWT } from 'jose';
import type { Ctx } from '../../context.ts';
import { Problem } from '../../lib/problem.ts';
import { ALGORITHM, loadKeys } from './keys.ts';

/** Life of an access token, in seconds. */
export const ACCESS_SECONDS = 900;
const TYPE = 'at+jwt';
const AUDIENCE = 'teto-egen-api';

interface Claims {
  userId: string;
  /** The sign-in it belongs to. */
  family: string;
}

/** A signed access token (RFC 9068): who, of which sign-in, for fifteen minutes. It says nothing about rights. */
export async function signAccess(ctx: Ctx, { userId, family }: Claims): Promise<string> {
  const { signer } = await loadKeys(ctx);
  const issued = Math.floor(ctx.now / 1000);
  return new SignJWT({ sid: family })
    .setProtectedHeader({ alg: ALGORITHM, kid: signer.kid, typ: TYPE })
    .setIssuer(ctx.env.SITE_ORIGIN)
    .setAudience(AUDIENCE)
    .setSubject(userId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + ACCESS_SECONDS)
    .sign(signer.key);
}

/** What an access token says; `token_invalid` for any other text. Keys come by `kid` from our own list, never by header. */
export async function verifyAccess(ctx: Ctx, token: string): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = kid && (await loadKeys(ctx, kid)).verifiers.get(kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        algorithms: [ALGORITHM],
        issuer: ctx.env.SITE_ORIGIN,
        audience: AUDIENCE,
        typ: TYPE,
        requiredClaims: ['sub', 'sid', 'iat', 'exp'],
        maxTokenAge: ACCESS_SECONDS,
        currentDate: new Date(ctx.now),
        clockTolerance: 5,
      },
    );
    return { userId: String(payload.sub), family: String(payload.sid) };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new Problem('token_invalid');
    throw error;
  }
}
