import { backgroundContext } from '../context.ts';
import { consumeAnalytics } from './analytics.ts';
import { buryDead } from './dead.ts';
import { consumeMail } from './mail.ts';
import type {
  AnalyticsMessage,
  MailMessage,
  PdfMessage,
  ResponsesMessage,
  RightsMessage,
} from './messages.ts';
import { consumePdf } from './pdf.ts';
import { consumeResponses } from './responses.ts';
import { consumeRights } from './rights.ts';

/** Hands a batch to the consumer of its queue. Queue names differ by environment only in their ending. */
export async function consume(batch: MessageBatch, env: Env, execution: ExecutionContext): Promise<void> {
  const ctx = backgroundContext(env, execution);
  if (batch.queue.includes('-dead')) return buryDead(ctx, batch);
  if (batch.queue.includes('-analytics'))
    return consumeAnalytics(ctx, batch as MessageBatch<AnalyticsMessage>);
  if (batch.queue.includes('-pdf')) return consumePdf(ctx, batch as MessageBatch<PdfMessage>);
  if (batch.queue.includes('-responses'))
    return consumeResponses(ctx, batch as MessageBatch<ResponsesMessage>);
  if (batch.queue.includes('-mail')) return consumeMail(ctx, batch as MessageBatch<MailMessage>);
  if (batch.queue.includes('-rights')) return consumeRights(ctx, batch as MessageBatch<RightsMessage>);
  throw new Error(`No consumer for queue ${batch.queue}`);
}
