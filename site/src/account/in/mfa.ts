import type { LoginAnswer, MfaNeeded, SecondFactor } from '../../../../workers/contract/auth.ts';
import type { Account } from '../../../../workers/contract/users.ts';
import { ask, enter, Refusal } from '../api.ts';
import { sixDigits, wireForm } from '../form.ts';
import { one, page, show } from './page.ts';

/** What follows once somebody is in. */
type Done = (user: Account) => void | Promise<void>;

let needed: MfaNeeded | null = null;

/** Goes on after a way in: `done` gets the account, or the same page asks for the second factor (Mfa.astro). */
export async function proceed(answer: LoginAnswer, done: Done): Promise<void> {
  if (answer.next === 'done') return done(enter(answer));
  needed = answer;
  choose(
    answer.methods.includes('passkey') && window.PublicKeyCredential ? 'passkey' : firstOf(answer.methods),
  );
}

const firstOf = (methods: SecondFactor[]): SecondFactor =>
  methods.includes('totp') ? 'totp' : (methods.find((method) => method === 'recovery') ?? 'passkey');

function choose(method: SecondFactor): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-factor]'))
    box.hidden = box.dataset.factor !== method;
  for (const button of document.querySelectorAll<HTMLElement>('[data-use]')) {
    const other = button.dataset.use as SecondFactor;
    button.hidden = other === method || !needed?.methods.includes(other);
  }
  show('mfa');
  one(`[data-factor="${method}"] input`)?.focus();
}

/** Takes the step into work. `over`: what to do when its time is up. */
export function wireMfa(done: Done, over: () => void): void {
  const finish = async (work: (step: MfaNeeded) => Promise<LoginAnswer | null>): Promise<void> => {
    if (!needed) return over();
    try {
      const answer = await work(needed);
      if (!answer) return passkey?.fail(page.said.passkeyCancelled);
      needed = null;
      await proceed(answer, done);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'challenge_expired')) throw error;
      needed = null;
      over();
    }
  };
  const byCode = (method: 'totp' | 'recovery') => (values: Record<string, string>) =>
    finish(({ challenge }) => {
      const code = (values.code ?? '').replace(method === 'totp' ? /\D/g : /[^a-zA-Z0-9-]/g, '');
      return ask<LoginAnswer>('POST', '/auth/login/mfa', { challenge, method, code });
    });
  const words = page;
  const at = { code_wrong: 'code' };
  wireForm('totp', { words, at, checks: { code: sixDigits(words) }, act: byCode('totp') });
  wireForm('recovery', {
    ...{ words, at, act: byCode('recovery') },
    checks: {
      code: (value) =>
        value.replace(/[^a-zA-Z0-9]/g, '').length === 10 ? null : words.forms.checks.recovery,
    },
  });
  const passkey = wireForm('mfa-passkey', {
    words,
    act: () =>
      finish(async ({ challenge }) => {
        const { signInByPasskey } = await import('./passkey.ts');
        return signInByPasskey({ challenge });
      }),
  });
  for (const button of document.querySelectorAll<HTMLElement>('[data-use]'))
    button.addEventListener('click', () => choose(button.dataset.use as SecondFactor));
  one('[data-mfa-back]')?.addEventListener('click', () => {
    needed = null;
    over();
  });
}
