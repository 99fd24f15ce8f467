import type { LoginAnswer } from '../../../../workers/contract/auth.ts';
import { ask, Refusal } from '../api.ts';
import { wireForm } from '../form.ts';
import { proceed, wireMfa } from './mfa.ts';
import { arrive, page, settled, show } from './page.ts';
import { takeToken } from './token.ts';

const token = takeToken();
const dead = (): void => show('missing');
wireForm('link', {
  words: page,
  act: async () => {
    try {
      await proceed(
        await ask<LoginAnswer>('POST', '/auth/magic-link/confirm', { token, client: 'web' }),
        arrive,
      );
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'challenge_expired')) throw error;
      dead();
    }
  },
});
wireMfa(arrive, dead);
if (!token) show('missing', false);
settled();
