import { sql } from 'drizzle-orm';
import { profiles } from '../db/tables/profiles.ts';

/** Counted by the database: two changes at once must not share a number, or one's card would pass for the other's. */
export const nextRevision = sql<number>`${profiles.revision} + 1`;
