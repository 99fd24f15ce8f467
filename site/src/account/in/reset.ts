import { fill } from '../../layouts/fill.ts';
import { ask, Refusal } from '../api.ts';
import { newPassword, wireForm } from '../form.ts';
import { keepEmail } from './kept.ts';
import { page, settled, show } from './page.ts';
import { wireStrength } from './strength-meter.ts';
import { takeToken } from './token.ts';

const token = takeToken();
const forgot = wireForm('forgot', {
  words: page,
  act: async ({ email = '' }) => {
    await ask('POST', '/auth/password/forgot', { email, language: page.language });
    forgot?.say(fill(page.said.resetSent, { email }));
  },
});
keepEmail(forgot?.field('email') ?? null);
const fresh = wireForm('reset', {
  words: page,
  at: { password_common: 'password' },
  checks: { password: newPassword(page) },
  act: async ({ password }) => {
    try {
      await ask('POST', '/auth/password/reset', { token, password });
      show('done');
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'challenge_expired')) throw error;
      show('forgot');
      forgot?.fail(page.said.resetDead);
    }
  },
});
wireStrength(fresh);
if (token) show('reset', false);
settled();
