import type { Ctx } from '../context.ts';
import { deadLetters } from '../db/tables/analytics.ts';
import { log } from '../lib/log.ts';

/** Keeps what failed every retry where a person can read it. Bodies hold no personal data by construction. */
export async function buryDead({ db, now }: Ctx, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    const body = JSON.stringify(message.body) ?? 'null';
    await db
      .insert(deadLetters)
      .values({ id: message.id, queue: batch.queue, body, diedAt: now })
      .onConflictDoNothing();
    log('queue.dead', { queue: batch.queue, id: message.id });
    message.ack();
  }
}
