import type { Ctx } from '../context.ts';
import { deadLetters } from '../db/tables/analytics.ts';
import { log } from '../lib/log.ts';

/** Somebody's answers must not outlive their deletion here: of those only where they belonged is kept. */
function readable(body: unknown): string {
  const kept =
    typeof body === 'object' && body !== null && 'answers' in body
      ? Object.fromEntries(Object.entries(body).filter(([name]) => KEPT_OF_RESPONSES.has(name)))
      : body;
  return JSON.stringify(kept) ?? 'null';
}

const KEPT_OF_RESPONSES = new Set(['type', 'assessment', 'version', 'language', 'day']);

/** Keeps what failed every retry where a person can read it. Bodies hold no personal data by construction. */
export async function buryDead({ db, now }: Ctx, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    const body = readable(message.body);
    await db
      .insert(deadLetters)
      .values({ id: message.id, queue: batch.queue, body, diedAt: now })
      .onConflictDoNothing();
    log('queue.dead', { queue: batch.queue, id: message.id });
    message.ack();
  }
}
