import type { Ctx } from '../context.ts';
import { log } from '../lib/log.ts';
import { deliverMail } from '../notifications/mail/deliver.ts';
import type { MailMessage } from './messages.ts';

/** Sends mails. One that fails is tried again by itself, later and later; logs name its template, never its reader. */
export async function consumeMail(ctx: Ctx, batch: MessageBatch<MailMessage>): Promise<void> {
  for (const message of batch.messages) {
    const { body, attempts } = message;
    try {
      const outcome = await deliverMail(ctx, body);
      log('mail.delivered', { template: body.mail.template, outcome });
      message.ack();
    } catch (error) {
      // Its message may repeat the address.
      const name = error instanceof Error ? error.name : 'unknown';
      log('mail.failed', { template: body?.mail?.template, attempts, error: name });
      message.retry({ delaySeconds: Math.min(2 ** attempts * 5, 600) });
    }
  }
}
