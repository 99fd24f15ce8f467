import type { Ctx, SignedInUser } from '../../context.ts';
import { notify } from '../../notifications/mail/queue.ts';
import type { Mail } from '../../queues/messages.ts';
import { recordAudit } from '../../users/audit.ts';

type Owner = Pick<SignedInUser, 'id' | 'email' | 'language'>;
type Change = Extract<Mail, { template: 'mfa_changed' }>['change'];

/** Writes down that the second factors of an account changed, and mails it to its owner. */
export async function tellChange(ctx: Ctx, { id, email, language }: Owner, change: Change) {
  await recordAudit(ctx, { action: `mfa.${change}`, subject: id });
  await notify(ctx, { to: email, language, mail: { template: 'mfa_changed', change } });
}
