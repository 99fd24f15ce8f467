import type { Ctx } from '../context.ts';
import { deadLetters } from '../db/tables/analytics.ts';
import { log } from '../lib/log.ts';

/**
 * What is kept of a dead message, by its queue: nothing that names a person, their address, their answers or their
 * result, for it must not outlive a deletion here. Of analytics everything, which holds nobody's data.
 */
const KEPT: Record<string, (body: Record<string, unknown>) => unknown> = {
  analytics: (body) => body,
  pdf: ({ language, revision }) => ({ language, revision }),
  responses: ({ type, assessment, version, language, day }) => ({
    ...{ type, assessment, version, language, day },
  }),
  mail: ({ mail, language }) => ({ template: templateOf(mail), language }),
  rights: ({ type }) => ({ type }),
};

const templateOf = (mail: unknown): unknown =>
  typeof mail === 'object' && mail !== null && 'template' in mail ? mail.template : undefined;

function readable(queue: string, body: unknown): string {
  const [, kept] = Object.entries(KEPT).find(([name]) => queue.includes(`-${name}-`)) ?? [];
  const named = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  return JSON.stringify(kept && named ? kept(named) : null) ?? 'null';
}

/** Keeps what failed every retry where a person can read it. */
export async function buryDead({ db, now }: Ctx, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    const body = readable(batch.queue, message.body);
    await db
      .insert(deadLetters)
      .values({ id: message.id, queue: batch.queue, body, diedAt: now })
      .onConflictDoNothing();
    log('queue.dead', { queue: batch.queue, id: message.id });
    message.ack();
  }
}
