import type { Ctx, SignedInUser } from '../../context.ts';
import { newSlug } from '../../lib/ids.ts';
import { describeError, log } from '../../lib/log.ts';
import { sendMail } from '../../notifications/mail/queue.ts';
import type { Mail } from '../../queues/messages.ts';
import { recordAudit } from '../../users/audit.ts';

type Change = Extract<Mail, { template: 'mfa_changed' }>['change'];

/** Writes down that the second factors of an account changed, and mails it to its owner. */
export async function tellChange(ctx: Ctx, { id, email, language }: SignedInUser, change: Change) {
  await recordAudit(ctx, { action: `mfa.${change}`, subject: id });
  const sent = sendMail(ctx, {
    // Not the request's id: a client may choose that one, and so keep a mail from being sent.
    id: `mfa:${newSlug()}`,
    to: email,
    language,
    mail: { template: 'mfa_changed', change },
  });
  // The change stands, and codes shown once must not be lost because a queue does not answer.
  await sent.catch((error) => log('mail.not_queued', describeError(error)));
}
