import { app } from './app.ts';
import { consume } from './queues/consume.ts';
import { runScheduled } from './scheduled.ts';

export { AnsweringSession } from '../durable/session/object.ts';
export { Tally } from '../durable/tally/object.ts';

export default {
  fetch: app.fetch,
  queue: consume,
  scheduled: runScheduled,
} satisfies ExportedHandler<Env>;
