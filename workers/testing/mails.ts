import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import type { Mail, MailMessage } from '../queues/messages.ts';

/** Keeps every mail that goes into the queue from now on, instead of sending it. Once a test file. */
export function catchMails() {
  const sent: MailMessage[] = [];
  vi.spyOn(env.MAIL_QUEUE, 'send').mockImplementation(async (message) => {
    sent.push(message as MailMessage);
    return {
      metadata: { metrics: { backlogCount: 0, backlogBytes: 0, oldestMessageTimestamp: new Date(0) } },
    };
  });
  const to = (address: string): MailMessage[] => sent.filter((one) => one.to === address);
  return {
    sent,
    to,
    /** The newest mail to an address, of a template; waits for one that is sent behind the answer. */
    newest: <Template extends Mail['template']>(address: string, template: Template) =>
      vi.waitFor(() => {
        const found = to(address).findLast(({ mail }) => mail.template === template);
        if (!found) throw new Error(`no mail ${template}`);
        return { ...found, mail: found.mail as Extract<Mail, { template: Template }> };
      }),
  };
}
