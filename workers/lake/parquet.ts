import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Verdict } from '../../psychometrics/types.ts';
import type { LakeSession } from '../queues/messages.ts';

/** One row an answer; the columns of docs/data.md. */
interface Row {
  key: string;
  person: string;
  mode: string;
  gender: string;
  acquiescence: number;
  /** '' for none */
  verdict: Verdict | '';
  position: number;
  item: string;
  category: number;
  ms: number;
}

const TYPES = {
  key: 'STRING',
  person: 'STRING',
  mode: 'STRING',
  gender: 'STRING',
  acquiescence: 'FLOAT',
  verdict: 'STRING',
  position: 'INT32',
  item: 'STRING',
  category: 'INT32',
  ms: 'INT32',
} as const;

/** A Parquet file of these sessions: a row an answer, those of a session together and in the order served. */
export function encodeSessions(sessions: readonly LakeSession[]): ArrayBuffer {
  const rows = sessions.flatMap(({ answers, verdict, ...session }): Row[] =>
    answers.map((answer, index) => ({ ...session, ...answer, verdict: verdict ?? '', position: index + 1 })),
  );
  const columnData = Object.entries(TYPES).map(([name, type]) => ({
    name,
    type,
    nullable: false,
    data: rows.map((row) => row[name as keyof Row]),
  }));
  return parquetWriteBuffer({ columnData, rowGroupSize: 100_000 });
}

/** The sessions of a file, whatever the order of its rows. */
export async function decodeSessions(file: ArrayBuffer): Promise<LakeSession[]> {
  // Parts written before a column existed do not have it.
  const there = new Set(parquetMetadata(file).schema.map(({ name }) => name));
  const columns = Object.keys(TYPES).filter((name) => there.has(name));
  const rows = (await parquetReadObjects({ file, columns })) as (Omit<Row, 'verdict'> & Partial<Row>)[];
  const sessions = new Map<string, { session: LakeSession; rows: typeof rows }>();
  for (const row of rows) {
    const { key, person, mode, gender, acquiescence } = row;
    const verdict = row.verdict || null;
    const known = sessions.get(key);
    if (known) known.rows.push(row);
    else
      sessions.set(key, {
        session: { key, person, mode, gender, acquiescence, verdict, answers: [] },
        rows: [row],
      });
  }
  return [...sessions.values()].map(({ session, rows: own }) => ({
    ...session,
    answers: own
      .sort((a, b) => a.position - b.position)
      .map(({ item, category, ms }) => ({ item, category, ms })),
  }));
}
