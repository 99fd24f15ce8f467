import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { countedEvents } from '../db/tables/analytics.ts';
import type { AnalyticsMessage } from '../queues/messages.ts';

interface Count {
  metric: string;
  dimension: string;
}

/**
 * Adds messages to the daily rollups, each id once whatever the number of deliveries.
 * One transaction: all counted, or none. Returns the messages that were new.
 */
export async function countMessages(
  { db, now }: Ctx,
  messages: AnalyticsMessage[],
): Promise<AnalyticsMessage[]> {
  const unique = [...new Map(messages.map((message) => [message.id, message])).values()];
  const statements = unique.map((message) => {
    const day = new Date(message.at).toISOString().slice(0, 10);
    return [
      ...countsOf(message).map((count) => db.run(addUnlessCounted(day, count, message.id))),
      db.insert(countedEvents).values({ id: message.id, countedAt: now }).onConflictDoNothing(),
    ];
  });
  const [first, ...rest] = statements.flat();
  if (!first) return [];
  const results = await db.batch([first, ...rest]);
  let last = -1;
  return unique.filter((_, index) => {
    last += statements[index]?.length ?? 0;
    return (results[last] as D1Result).meta.changes > 0;
  });
}

// The id is written after the counts, in the same transaction: seen means counted.
const addUnlessCounted = (day: string, { metric, dimension }: Count, id: string): SQL => sql`
  INSERT INTO rollups (day, metric, dimension, count)
  SELECT ${day}, ${metric}, ${dimension}, 1 WHERE NOT EXISTS (SELECT 1 FROM counted_events WHERE id = ${id})
  ON CONFLICT (day, metric, dimension) DO UPDATE SET count = count + 1`;

function countsOf(message: AnalyticsMessage): Count[] {
  switch (message.type) {
    case 'assessment.completed': {
      const { assessment, language, mode, result, items, continued } = message;
      if (continued)
        return [{ metric: 'assessment.continued', dimension: `${assessment}:${language}:${result}` }];
      return [
        { metric: 'assessment.completed', dimension: `${assessment}:${language}:${result}` },
        { metric: 'assessment.length', dimension: `${assessment}:${language}:${mode}:${items}` },
      ];
    }
    case 'assessment.abandoned': {
      const { assessment, language, answered } = message;
      return [{ metric: 'assessment.abandoned', dimension: `${assessment}:${language}:${answered}` }];
    }
    case 'client': {
      const { name, language, channel } = message;
      return [{ metric: `page.${name}`, dimension: channel ? `${language}:${channel}` : language }];
    }
  }
}
