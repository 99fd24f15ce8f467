import type { Ctx } from '../context.ts';
import { describeError, log } from '../lib/log.ts';
import { buildExport, failExport } from '../users/rights/build-export.ts';
import { purgeAccount } from '../users/rights/purge.ts';
import type { RightsMessage } from './messages.ts';

/** Failures after which an export says that it failed. A purge is tried again every night until it is done. */
const TRIES = 5;

/** Builds exports and ends accounts, one at a time. What fails is tried again, later and later. */
export async function consumeRights(ctx: Ctx, batch: MessageBatch<RightsMessage>): Promise<void> {
  for (const message of batch.messages) {
    const { body, attempts } = message;
    try {
      await work(ctx, body);
      message.ack();
    } catch (error) {
      log('rights.failed', { type: body?.type, attempts, ...describeError(error) });
      if (body?.type === 'export' && attempts >= TRIES) await failExport(ctx, body);
      message.retry({ delaySeconds: Math.min(2 ** attempts * 5, 600) });
    }
  }
}

function work(ctx: Ctx, body: RightsMessage): Promise<void> {
  switch (body.type) {
    case 'export':
      return buildExport(ctx, body);
    case 'purge':
      return purgeAccount(ctx, body);
    default:
      throw new Error('a message of no known kind');
  }
}
