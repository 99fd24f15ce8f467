import { sql } from 'drizzle-orm';
import type { ProfileRow } from '../db/profile-row.ts';
import { profiles } from '../db/tables/profiles.ts';

/** Counted by the database: two changes at once must not share a number, or one's card would pass for the other's. */
export const nextRevision = sql<number>`${profiles.revision} + 1`;

/** Counts changes to how cards and PDFs are drawn or worded; card/drawing.test.ts fails until a change is counted. */
export const DRAWING = 3;

/** Names what a card or PDF was made of, so that a file of an older result or an older drawing is never served. */
export const drawnAs = ({ revision }: Pick<ProfileRow, 'revision'>): string => `${revision}.${DRAWING}`;
