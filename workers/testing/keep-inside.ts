import { env } from 'cloudflare:workers';
import { vi } from 'vitest';

/** From here on this file asks no provider and begins no job: no mail, no PDF, no export, no deletion. */
export function keepInside(): void {
  vi.stubGlobal('fetch', async () => new Response('no', { status: 503 }));
  for (const queue of [env.MAIL_QUEUE, env.PDF_QUEUE, env.RIGHTS_QUEUE]) {
    vi.spyOn(queue, 'send').mockResolvedValue(undefined as never);
  }
}
