import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Client, LoginAnswer, SecondFactor, SignedIn } from '../contract/auth.ts';
import { refreshFamilies } from '../db/tables/auth.ts';
import { users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';
import { notify } from '../notifications/mail/queue.ts';
import { accountView, factorsOf, findUser, type UserRow } from '../users/account.ts';
import { beginStep } from './steps/challenges.ts';
import { forgiveTries, giveBackTry } from './steps/throttle.ts';
import { ACCESS_SECONDS, signAccess } from './tokens/access.ts';
import { deviceName } from './tokens/device.ts';
import { beginFamily, revokeFamily } from './tokens/families.ts';

const MFA_MINUTES = 5;

/** An answer, and the refresh token that the route puts into the cookie or the body. */
export interface Login<Answer = LoginAnswer> {
  answer: Answer;
  refresh: { token: string; client: Client } | null;
}

interface Proved {
  userId: string;
  client: Client;
  /** What the person has proved so far: password, email, google, totp, recovery, passkey … */
  factors: string[];
  /** What it was proved against. When that changes while the sign-in begins, it ends with what it was proved by. */
  against?: { passwordHash?: string; email?: string };
}

/** These settle who it is by themselves: a passkey is something one has and something one is or knows. */
const SECOND = new Set(['totp', 'recovery', 'passkey']);

/**
 * What every way in ends with. Asks for the second factor where the account has one; otherwise begins the sign-in. A
 * suspended account is refused only here, once its owner is known. One being deleted may enter to be restored.
 */
export async function completeLogin(
  ctx: Ctx,
  { userId, client, factors, against = {} }: Proved,
): Promise<Login> {
  const user = await findUser(ctx, userId);
  if (user.status === 'suspended') throw new Problem('account_suspended');
  const methods = factors.some((factor) => SECOND.has(factor)) ? [] : await secondFactors(ctx, userId);
  await giveBackTry(ctx);
  if (methods.length > 0) {
    const step = await beginStep(ctx, 'mfa', { userId, data: { client, factors }, minutes: MFA_MINUTES });
    const expiresAt = new Date(step.expiresAt).toISOString();
    return { answer: { next: 'mfa', challenge: step.token, methods, expiresAt }, refresh: null };
  }
  await forgiveTries(ctx, user.email);
  await tellOfNewDevice(ctx, user);
  const begun = await beginFamily(ctx, { userId, client, factors });
  const [now] = await ctx.db
    .update(users)
    .set({ lastSeenAt: ctx.now })
    .where(eq(users.id, userId))
    .returning();
  // Whatever ended the sign-ins of the account a moment ago could not end one that was not there yet.
  const stands =
    now &&
    now.status !== 'suspended' &&
    Object.entries(against).every(([key, value]) => Reflect.get(now, key) === value);
  if (!stands) {
    await revokeFamily(ctx, userId, begun.family);
    throw new Problem('credentials_wrong');
  }
  return {
    answer: await signedInAnswer(ctx, now, begun.family),
    refresh: { token: begun.refreshToken, client },
  };
}

/** The answer that carries a fresh access token. */
export async function signedInAnswer(ctx: Ctx, user: UserRow, family: string): Promise<SignedIn> {
  return {
    next: 'done',
    accessToken: await signAccess(ctx, { userId: user.id, family }),
    expiresIn: ACCESS_SECONDS,
    user: await accountView(ctx, user),
  };
}

/** The second factors an account has; none when it has none that could be asked for. */
export async function secondFactors(ctx: Ctx, userId: string): Promise<SecondFactor[]> {
  const { totp, passkeys, recoveryCodes } = await factorsOf(ctx, userId);
  if (!totp && passkeys === 0) return [];
  return [
    ...(totp ? (['totp'] as const) : []),
    ...(passkeys > 0 ? (['passkey'] as const) : []),
    ...(recoveryCodes > 0 ? (['recovery'] as const) : []),
  ];
}

/** A mail at the first sign-in from a kind of device and place that was not seen before; none at the very first. */
async function tellOfNewDevice(ctx: Ctx, { id, email, language, lastSeenAt }: UserRow): Promise<void> {
  const { db, caller, now } = ctx;
  if (lastSeenAt === null) return;
  const seen = await db
    .select({ device: refreshFamilies.device, place: refreshFamilies.place })
    .from(refreshFamilies)
    .where(eq(refreshFamilies.userId, id));
  const device = deviceName(caller.agent);
  if (seen.some((one) => one.device === device && one.place === caller.place)) return;
  await notify(ctx, {
    ...{ to: email, language },
    mail: { template: 'new_sign_in', device, place: caller.place, at: now },
  });
}
