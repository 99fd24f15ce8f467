import { countCompleted } from '../../durable/tally/client.ts';
import { countMessages } from '../analytics/count.ts';
import type { Ctx } from '../context.ts';
import { describeError, log } from '../lib/log.ts';
import type { AnalyticsMessage } from './messages.ts';

/** Counts messages into the rollups and the live tally. A message that fails alone is retried alone. */
export async function consumeAnalytics(ctx: Ctx, batch: MessageBatch<AnalyticsMessage>): Promise<void> {
  const counted = await countMessages(
    ctx,
    batch.messages.map(({ body }) => body),
  ).catch(() => null);
  if (counted) {
    batch.ackAll();
    await updateTally(ctx, counted);
    return;
  }
  for (const message of batch.messages) {
    try {
      await updateTally(ctx, await countMessages(ctx, [message.body]));
      message.ack();
    } catch (error) {
      log('analytics.retry', {
        type: message.body?.type,
        attempts: message.attempts,
        ...describeError(error),
      });
      message.retry({ delaySeconds: Math.min(2 ** message.attempts * 5, 600) });
    }
  }
}

// The rollups are the truth; the tally catches up with them by itself, so its failure never fails a message.
async function updateTally({ env }: Ctx, counted: AnalyticsMessage[]): Promise<void> {
  const completed = counted.filter((message) => message.type === 'assessment.completed');
  const byAssessment = Map.groupBy(
    completed.filter(({ continued }) => !continued),
    ({ assessment }) => assessment,
  );
  for (const [assessment, messages] of byAssessment) {
    const types = messages.map(({ result }) => result);
    await countCompleted(env, assessment, types).catch((error) => log('tally.behind', describeError(error)));
  }
}
