import type { LoginAnswer } from '../../../../workers/contract/auth.ts';
import { fill } from '../../layouts/fill.ts';
import { ask, Refusal, whoAmI } from '../api.ts';
import { wireForm } from '../form.ts';
import { keepEmail } from './kept.ts';
import { proceed, wireMfa } from './mfa.ts';
import { arrive, one, page, show } from './page.ts';
import { keepTo, wireWays } from './ways.ts';

const go = (answer: LoginAnswer): Promise<void> => proceed(answer, arrive);
const form = wireForm('login', {
  words: page,
  at: { credentials_wrong: 'password' },
  act: async ({ email, password }) =>
    await go(await ask<LoginAnswer>('POST', '/auth/login', { email, password, client: 'web' })),
});
keepEmail(form?.field('email') ?? null);
wireMfa(arrive, () => {
  show('login');
  form?.fail(page.said.stepOver);
});

one('[data-link]')?.addEventListener('click', () => {
  const email = form?.field('email');
  if (!form || !email) return;
  if (!email.value || !email.checkValidity())
    return form.fail(page.forms.checks[email.value ? 'email' : 'empty'], 'email');
  void form.run(async () => {
    await ask('POST', '/auth/magic-link', { email: email.value, language: page.language });
    const status = one('[data-link-status]');
    if (status) status.textContent = fill(page.said.linkSent, { email: email.value });
  });
});

one('[data-passkey]')?.addEventListener('click', () => {
  if (!window.PublicKeyCredential) return form?.fail(page.said.passkeyMissing);
  void form?.run(async () => {
    const { signInByPasskey } = await import('./passkey.ts');
    const answer = await signInByPasskey();
    if (answer) await go(answer);
    else form.fail(page.said.passkeyCancelled);
  });
});

/** Passkeys among the suggestions of the email field, where the browser can. Nobody asked: it fails in silence. */
async function offerInField(): Promise<void> {
  if (!(await window.PublicKeyCredential?.isConditionalMediationAvailable?.())) return;
  const { signInByPasskey } = await import('./passkey.ts');
  try {
    const answer = await signInByPasskey({ inField: true });
    if (answer) await go(answer);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'passkey_refused') form?.refuse(error);
  }
}

keepTo();
void wireWays(form);
const user = await whoAmI().catch(() => null);
if (user) arrive(user);
else void offerInField();
