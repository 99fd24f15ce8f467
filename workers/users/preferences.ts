import type { Preferences } from '../contract/users.ts';

/** What holds until somebody chooses: nothing beyond what the account needs. */
export const DEFAULT_PREFERENCES: Omit<Preferences, 'language'> = {
  theme: 'system',
  displayGender: 'none',
  notifications: { reminders: false, news: false },
  analytics: false,
  doNotSell: true,
};
