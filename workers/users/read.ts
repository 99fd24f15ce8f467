import type { Ctx } from '../context.ts';
import type { Account } from '../contract/users.ts';
import { accountView, findUser } from './account.ts';
import { readableId } from './who.ts';

/** One's own account, or another's for who may read accounts. */
export async function readAccount(ctx: Ctx, { id }: { id: string }): Promise<Account> {
  const readable = await readableId(ctx, id, { permission: 'users.read', what: 'account' });
  return accountView(ctx, await findUser(ctx, readable));
}
