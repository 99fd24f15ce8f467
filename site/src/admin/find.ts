import type { AuditEntry, FoundUser } from '../../../workers/contract/users.ts';
import { call } from '../account/api.ts';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
export type Filter = Record<string, string>;

const read = <Item>(path: string, filter: Filter): Promise<Page<Item>> => {
  const chosen = Object.entries(filter).filter(([, value]) => value.trim() !== '');
  return call('GET', `${path}?${new URLSearchParams(chosen.map(([name, value]) => [name, value.trim()]))}`);
};

/** A page of accounts or of the audit; what is blank in the filter is left out. */
export const findUsers = (filter: Filter) => read<FoundUser>('/users', filter);
export const findEntries = (filter: Filter) => read<AuditEntry>('/audit', { limit: '30', ...filter });
