import type { Ctx } from '../context.ts';
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
  { env, now }: Ctx,
  messages: AnalyticsMessage[],
): Promise<AnalyticsMessage[]> {
  const unique = [...new Map(messages.map((message) => [message.id, message])).values()];
  if (unique.length === 0) return [];
  const languages = unique.some(({ type }) => type === 'client') ? await publishedLanguages(env.DB) : null;
  const add = env.DB.prepare(ADD_UNLESS_COUNTED);
  const mark = env.DB.prepare(
    'INSERT INTO counted_events (id, counted_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const statements = unique.map((message) => {
    const day = new Date(message.at).toISOString().slice(0, 10);
    const adding = countsOf(message, languages).map(({ metric, dimension }) =>
      add.bind(day, metric, dimension, message.id),
    );
    return [...adding, mark.bind(message.id, now)];
  });
  const results = await env.DB.batch(statements.flat());
  let last = -1;
  return unique.filter((_, index) => {
    last += statements[index]?.length ?? 0;
    return (results[last]?.meta.changes ?? 0) > 0;
  });
}

// A page may report any language tag; only those we publish get rows of their own, so that nobody can grow the table.
async function publishedLanguages(db: D1Database): Promise<Set<string>> {
  const { results } = await db
    .prepare('SELECT DISTINCT language FROM assessment_texts')
    .all<{ language: string }>();
  return new Set(results.map(({ language }) => language));
}

// The id is written after the counts, in the same transaction: seen means counted.
const ADD_UNLESS_COUNTED = `
  INSERT INTO rollups (day, metric, dimension, count)
  SELECT ?1, ?2, ?3, 1 WHERE NOT EXISTS (SELECT 1 FROM counted_events WHERE id = ?4)
  ON CONFLICT (day, metric, dimension) DO UPDATE SET count = count + 1`;

function countsOf(message: AnalyticsMessage, languages: Set<string> | null): Count[] {
  switch (message.type) {
    case 'assessment.completed': {
      const { assessment, language, mode, result, items, verdict, continued } = message;
      if (continued)
        return [{ metric: 'assessment.continued', dimension: `${assessment}:${language}:${result}` }];
      return [
        { metric: 'assessment.completed', dimension: `${assessment}:${language}:${result}` },
        { metric: 'assessment.length', dimension: `${assessment}:${language}:${mode}:${items}` },
        ...(verdict ? [{ metric: 'assessment.fit', dimension: `${assessment}:${language}:${verdict}` }] : []),
      ];
    }
    case 'assessment.abandoned': {
      const { assessment, language, answered } = message;
      return [{ metric: 'assessment.abandoned', dimension: `${assessment}:${language}:${answered}` }];
    }
    case 'client': {
      const { name, channel } = message;
      const language = languages?.has(message.language) ? message.language : 'other';
      return [{ metric: `page.${name}`, dimension: channel ? `${language}:${channel}` : language }];
    }
  }
}
