import type { Ctx } from '../context.ts';
import type { ClientEvent } from '../contract/events.ts';

/** Hands a page's events to the queue, which counts each id once. */
export async function recordEvents({ env, now }: Ctx, events: ClientEvent[]): Promise<void> {
  await env.ANALYTICS_QUEUE.sendBatch(
    events.map((event) => ({ body: { type: 'client' as const, at: now, ...event } })),
  );
}
