import { and, eq, lt, or } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { Problem } from './problem.ts';

/** Where a list of (time, id) goes on: behind its last row. Milliseconds and an id of `[A-Za-z0-9_]`. */
interface Place {
  time: number;
  id: string;
}

export const encodeCursor = ({ time, id }: Place): string => `${time.toString(36)}-${id}`;

/** The place a cursor names. One that no list made is an `invalid_field`. */
function decodeCursor(cursor: string): Place {
  const [, digits = '', id = ''] = /^([0-9a-z]{1,9})-(\w+)$/.exec(cursor) ?? [];
  if (!id) throw new Problem('invalid_field', { field: 'query.cursor' });
  return { time: Number.parseInt(digits, 36), id };
}

/** Holds for the rows behind a cursor, in a list that begins with the newest. */
export function after(table: { createdAt: SQLiteColumn; id: SQLiteColumn }, cursor: string | undefined) {
  if (!cursor) return undefined;
  const { time, id } = decodeCursor(cursor);
  return or(lt(table.createdAt, time), and(eq(table.createdAt, time), lt(table.id, id)));
}

/** A page out of one row more than it holds, and where the next one begins. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
