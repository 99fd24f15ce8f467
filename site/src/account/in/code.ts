import type { CodeSent, LoginAnswer } from '../../../../workers/contract/auth.ts';
import { fill } from '../../layouts/fill.ts';
import { ask, Refusal } from '../api.ts';
import { type Form, sixDigits, wireForm } from '../form.ts';
import { keepWaiting, type Waiting } from './kept.ts';
import { one, page, show } from './page.ts';

const PAUSE_S = 60;

interface CodeStep {
  /** Asks for the code that was mailed. */
  begin(waiting: Waiting): void;
}

/** The step that waits for the mailed code (Code.astro). `over`: its time is up, or another address is wanted. */
export function wireCode(
  done: (answer: LoginAnswer) => Promise<void>,
  over: (late: boolean) => void,
): CodeStep {
  let waiting: Waiting | null = null;
  const again = one<HTMLButtonElement>('[data-resend]');
  const expire = (error: unknown): void => {
    if (!(error instanceof Refusal && error.code === 'challenge_expired')) throw error;
    keepWaiting(null);
    over(true);
  };
  const form: Form | null = wireForm('code', {
    words: page,
    at: { code_wrong: 'code' },
    checks: { code: sixDigits(page) },
    act: async ({ code = '' }) => {
      const body = { challenge: waiting?.challenge, code: code.replace(/\D/g, ''), client: 'web' };
      const answer = await ask<LoginAnswer>('POST', '/auth/verify-email', body).catch(expire);
      if (!answer) return;
      keepWaiting(null);
      await done(answer);
    },
  });
  const begin = (now: Waiting): void => {
    waiting = now;
    keepWaiting(now);
    const until = new Date(now.expiresAt).toLocaleTimeString(page.language, { timeStyle: 'short' });
    const text = one('[data-code-text]');
    if (text) text.textContent = fill(text.dataset.codeText ?? '', { email: now.email, until });
  };
  again?.addEventListener('click', () =>
    form?.run(async () => {
      if (!waiting) return;
      const { challenge, email } = waiting;
      const sent = await ask<CodeSent>('POST', '/auth/verify-email/resend', { challenge }).catch(expire);
      if (!sent) return;
      begin({ ...sent, email });
      pause(again);
      form.say(page.said.resent);
      form.field('code')?.focus();
    }),
  );
  one('[data-code-other]')?.addEventListener('click', () => {
    keepWaiting(null);
    over(false);
  });
  return {
    begin: (now) => {
      begin(now);
      if (again) pause(again);
      show('code');
    },
  };
}

/** Counts down until another code may be asked for. Screen readers hear the button as it is when they come to it. */
function pause(button: HTMLButtonElement): void {
  const label = button.dataset.resend ?? '';
  const until = Date.now() + PAUSE_S * 1000;
  clearInterval(Number(button.dataset.timer));
  const tick = (): void => {
    const left = Math.ceil((until - Date.now()) / 1000);
    button.disabled = left > 0;
    button.textContent = left > 0 ? fill(page.said.resendIn, { n: left }) : label;
    if (left <= 0) clearInterval(Number(button.dataset.timer));
  };
  button.dataset.timer = String(setInterval(tick, 500));
  tick();
}
