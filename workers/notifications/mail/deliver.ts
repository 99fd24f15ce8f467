import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { sentMail } from '../../db/tables/notifications.ts';
import type { MailMessage } from '../../queues/messages.ts';
import { renderMail } from './render.ts';

/** A delivery that has not ended after this long died on the way; the next one may send. */
const LEASE_MS = 60_000;
/** A provider that hangs must not hold the queue; it may have sent all the same, and twice is better than never. */
const TIMEOUT_MS = 15_000;

/** Sends a mail once, however often its message is delivered. Throws when it was not sent and should be tried again. */
export async function deliverMail(ctx: Ctx, message: MailMessage): Promise<'sent' | 'before'> {
  const { db, env } = ctx;
  if (!(await claim(ctx, message.id))) return 'before';
  const { subject, text, html } = renderMail(message);
  try {
    await within(TIMEOUT_MS, env.EMAIL.send({ from: env.MAIL_FROM, to: message.to, subject, text, html }));
  } catch (error) {
    await db.delete(sentMail).where(eq(sentMail.id, message.id));
    throw error;
  }
  await db.update(sentMail).set({ state: 'sent', at: ctx.now }).where(eq(sentMail.id, message.id));
  return 'sent';
}

/** Takes the mail for this delivery. Throws when another one is at it: nobody knows yet how that ends. */
async function claim({ db, now }: Ctx, id: string): Promise<boolean> {
  const taken = await db
    .insert(sentMail)
    .values({ id, state: 'sending', at: now })
    .onConflictDoUpdate({
      target: sentMail.id,
      set: { at: now },
      setWhere: sql`${sentMail.state} = 'sending' AND ${sentMail.at} < ${now - LEASE_MS}`,
    })
    .returning({ id: sentMail.id });
  if (taken.length > 0) return true;
  const [row] = await db.select({ state: sentMail.state }).from(sentMail).where(eq(sentMail.id, id));
  if (row?.state === 'sent') return false;
  throw new Error('another delivery of this mail is under way');
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail provider does not answer')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
