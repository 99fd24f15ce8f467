import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { ForEmail } from '../contract/auth.ts';
import { users } from '../db/tables/users.ts';
import { pageUrl } from '../notifications/mail/page-url.ts';
import { notify } from '../notifications/mail/queue.ts';
import { beginStep, endSteps } from './steps/challenges.ts';
import { countTry } from './steps/throttle.ts';

const LINKS = {
  reset: { path: '/reset', minutes: 30 },
  magic_link: { path: '/signin/link', minutes: 15 },
} as const;

/**
 * Mails a link that works once, in place of any before it. An address without an account gets none, after the same work:
 * only the sending differs, and no answer waits for it.
 */
export async function mailLink(
  ctx: Ctx,
  kind: keyof typeof LINKS,
  { email: to, language }: ForEmail,
): Promise<{ sent: true }> {
  await countTry(ctx, { mail: to });
  const [user] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, to));
  const { path, minutes } = LINKS[kind];
  await endSteps(ctx, kind, user?.id ?? '');
  const { token } = await beginStep(ctx, kind, { userId: user?.id ?? null, data: { email: to }, minutes });
  const mail = { template: kind, url: pageUrl(ctx, language, path, token) };
  if (user) ctx.defer(notify(ctx, { to, language, mail }));
  return { sent: true };
}
