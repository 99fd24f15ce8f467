import type { CodeSent } from '../../../../workers/contract/auth.ts';
import { ask, whoAmI } from '../api.ts';
import { newPassword, wireForm } from '../form.ts';
import { offerClaim } from './claim.ts';
import { wireCode } from './code.ts';
import { birthDateCheck, SIGN_UP_AT, signUpFields } from './consent.ts';
import { keepEmail, waitingSignUp } from './kept.ts';
import { proceed } from './mfa.ts';
import { arrive, page, show } from './page.ts';
import { wireStrength } from './strength-meter.ts';
import { keepTo, wireWays } from './ways.ts';

const form = wireForm('register', {
  words: page,
  at: SIGN_UP_AT,
  checks: { password: newPassword(page), birthDate: birthDateCheck },
  act: async (values) => {
    const { email = '', password } = values;
    const sent = await ask<CodeSent>('POST', '/auth/register', { email, password, ...signUpFields(values) });
    code.begin({ ...sent, email });
  },
});
const code = wireCode(
  (answer) => proceed(answer, (user) => offerClaim(user)),
  (late) => {
    show('register');
    if (late) form?.fail(page.said.stepOver);
  },
);
keepEmail(form?.field('email') ?? null);
wireStrength(form);
const waiting = waitingSignUp();
if (waiting) code.begin(waiting);
keepTo();
void wireWays(form);
const user = await whoAmI().catch(() => null);
if (user) arrive(user);
