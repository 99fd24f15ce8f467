import type { Ctx } from '../../context.ts';
import { newSlug } from '../../lib/ids.ts';
import type { MailMessage } from '../../queues/messages.ts';

type Draft = Omit<MailMessage, 'id'> & { id?: string };

/**
 * Puts a mail into the queue: the answer does not wait for it, and a provider that hangs holds up nobody. `id` only where
 * the same cause may come twice. Never made of a request's id, which a client chooses: it could keep a mail from going.
 */
export async function sendMail({ env }: Ctx, draft: Draft): Promise<void> {
  await env.MAIL_QUEUE.send({ id: `${draft.mail.template}:${newSlug()}`, ...draft });
}
