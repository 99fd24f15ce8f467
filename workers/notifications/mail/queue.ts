import type { Ctx } from '../../context.ts';
import { newSlug } from '../../lib/ids.ts';
import { describeError, log } from '../../lib/log.ts';
import type { MailMessage } from '../../queues/messages.ts';

type Draft = Omit<MailMessage, 'id'> & { id?: string };

/**
 * Puts a mail into the queue: the answer does not wait for it, and a provider that hangs holds up nobody. `id` only where
 * the same cause may come twice. Never made of a request's id, which a client chooses: it could keep a mail from going.
 */
export async function sendMail({ env }: Ctx, draft: Draft): Promise<void> {
  await env.MAIL_QUEUE.send({ id: `${draft.mail.template}:${newSlug()}`, ...draft });
}

/**
 * Tells of something that has happened. It stands whether or not the queue answers: whoever did it gets the answer, and
 * the codes in it, all the same. For a mail that somebody waits for it is `sendMail`.
 */
export async function notify(ctx: Ctx, draft: Draft): Promise<void> {
  await sendMail(ctx, draft).catch((error) =>
    log('mail.not_queued', { template: draft.mail.template, ...describeError(error) }),
  );
}
