import type { Account } from '../../../../workers/contract/users.ts';

/** What a part of the page is given: the account, and how to tell that it has changed. */
export interface PartProps {
  user: Account;
  /** Asks the API how the account stands now. */
  changed: () => Promise<void>;
  /** Shows recovery codes, once. */
  showCodes: (codes: string[]) => void;
}
