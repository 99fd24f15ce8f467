/** Completed tests by type, all days and languages, as the analytics consumer counted them: `<id>:<language>:<type>`. */
export async function countFromRollups(db: D1Database, assessment: string): Promise<Record<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT dimension, sum(count) AS count FROM rollups
       WHERE metric = 'assessment.completed' AND dimension >= ?1 || ':' AND dimension < ?1 || ';'
       GROUP BY dimension`,
    )
    .bind(assessment)
    .all<{ dimension: string; count: number }>();
  const types: Record<string, number> = {};
  for (const { dimension, count } of results) {
    const type = dimension.split(':').at(-1) ?? '';
    types[type] = (types[type] ?? 0) + count;
  }
  return types;
}

/** Stores absolute counts, so that writing them twice changes nothing. */
export async function writeTallies(
  db: D1Database,
  assessment: string,
  types: Record<string, number>,
  updatedAt: number,
): Promise<void> {
  const upsert = db.prepare(
    `INSERT INTO tallies (assessment_id, type, count, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (assessment_id, type) DO UPDATE SET count = excluded.count, updated_at = excluded.updated_at`,
  );
  const rows = Object.entries(types).map(([type, count]) => upsert.bind(assessment, type, count, updatedAt));
  if (rows.length > 0) await db.batch(rows);
}
