import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Consent } from '../contract/users.ts';
import { consents } from '../db/tables/users.ts';
import { iso } from '../lib/time.ts';
import { readableId } from './who.ts';

/** What somebody agreed to or took back, which text and when; latest first. Few a person: one answer holds them. */
export async function listConsents(ctx: Ctx, { id }: { id: string }): Promise<{ items: Consent[] }> {
  const readable = await readableId(ctx, id, { permission: 'users.read', what: 'consents' });
  const rows = await ctx.db
    .select()
    .from(consents)
    .where(eq(consents.userId, readable))
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(1000);
  return {
    items: rows.map(({ kind, version, granted, at }) => ({
      ...{ kind, version, granted },
      at: iso(at),
    })),
  };
}
