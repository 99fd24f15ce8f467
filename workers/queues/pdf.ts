import type { Ctx } from '../context.ts';
import { describeError, log } from '../lib/log.ts';
import { makePdf, setPdfState } from '../profiles/make-pdf.ts';
import type { PdfMessage } from './messages.ts';

/** Deliveries before a job is given up: the first and `max_retries` of wrangler.toml. */
const DELIVERIES = 3;

/** Makes PDFs one at a time. A failing browser is tried again; after that the job says so and the message is dead. */
export async function consumePdf(ctx: Ctx, batch: MessageBatch<PdfMessage>): Promise<void> {
  for (const message of batch.messages) {
    const { attempts, body } = message;
    try {
      await setPdfState(ctx, body.job, 'rendering', attempts);
      await makePdf(ctx, body);
      message.ack();
    } catch (error) {
      const last = attempts >= DELIVERIES;
      log('pdf.failed', { attempts, last, ...describeError(error) });
      await setPdfState(ctx, body.job, last ? 'failed' : 'retrying', attempts);
      message.retry({ delaySeconds: 2 ** attempts });
    }
  }
}
