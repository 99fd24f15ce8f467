import type { Ctx } from '../context.ts';
import { writeResponses } from '../lake/write.ts';
import { describeError, log } from '../lib/log.ts';
import type { ResponsesMessage } from './messages.ts';

const LONGEST_DELAY_S = 3600;

/** Writes a batch into the lake as few parts as it has partitions. A message that fails alone is retried alone. */
export async function consumeResponses(ctx: Ctx, batch: MessageBatch<ResponsesMessage>): Promise<void> {
  const bodies = batch.messages.map(({ body }) => body);
  const written = await writeResponses(ctx, bodies).then(
    () => true,
    () => false,
  );
  if (written) return batch.ackAll();
  for (const message of batch.messages) {
    try {
      await writeResponses(ctx, [message.body]);
      message.ack();
    } catch (error) {
      log('responses.retry', { attempts: message.attempts, ...describeError(error) });
      message.retry({ delaySeconds: Math.min(2 ** message.attempts * 5, LONGEST_DELAY_S) });
    }
  }
}
