import { page, words } from '../account/shell/page.ts';

type Admin = typeof import('../locales/ko/admin.json');

export const tUsers = words<Admin['users']>();
export const tAudit = words<Admin['audit']>();
/** What consents are called on the account's own page. */
export const kinds = (page.more as { kinds?: Record<string, string> } | undefined)?.kinds ?? {};
export const { roles, statuses } = page.shell;
