import type { Export } from '../../contract/users.ts';
import type { exports } from '../../db/tables/users.ts';
import { iso, isoOrNull } from '../../lib/time.ts';

export type ExportRow = typeof exports.$inferSelect;

/** How long a finished export can be fetched, in milliseconds. */
export const KEEP_EXPORT_MS = 72 * 3_600_000;
/** All tries of a job together end well within this; one that did not was lost on the way. */
export const LOST_EXPORT_MS = 2 * 3_600_000;

export const EXPORTS = 'exports/';
export const exportKey = (id: string): string => `${EXPORTS}${id}.zip`;

export const isUnderWay = ({ state }: ExportRow): boolean => state === 'queued' || state === 'building';
export const isExpired = ({ expiresAt }: ExportRow, now: number): boolean =>
  expiresAt !== null && expiresAt <= now;

/** An export as its owner sees it. */
export const exportView = (row: ExportRow, now: number): Export => ({
  id: row.id,
  state: isExpired(row, now) ? 'expired' : row.state,
  requestedAt: iso(row.requestedAt),
  readyAt: isoOrNull(row.readyAt),
  expiresAt: isoOrNull(row.expiresAt),
  bytes: row.bytes,
});
