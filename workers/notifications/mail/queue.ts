import type { Ctx } from '../../context.ts';
import type { MailMessage } from '../../queues/messages.ts';

/** Puts a mail into the queue: the answer does not wait for it, and a provider that hangs holds up nobody. */
export async function sendMail({ env }: Ctx, message: MailMessage): Promise<void> {
  await env.MAIL_QUEUE.send(message);
}
