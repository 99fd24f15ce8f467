import { Refusal } from './api.ts';

type Words = Pick<typeof import('../locales/ko/account.json'), 'errors' | 'forms'>;

const fill = (text: string, n: number | string): string => text.replace(/\{\w+\}/, String(n));

/** `40초`, `3분`, `2시간`: how long to wait, never less than it is. */
export function wait(seconds: number, { forms }: Words): string {
  if (seconds < 120) return fill(forms.seconds, Math.max(1, Math.ceil(seconds)));
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? fill(forms.minutes, minutes) : fill(forms.hours, Math.ceil(minutes / 60));
}

/** What a refusal is called in the page's language; anything unknown is our own fault. */
export function refusalText(error: unknown, words: Words): string {
  const errors: Record<string, string> = words.errors;
  const code = error instanceof Refusal ? error.code : 'internal';
  const text = errors[code] ?? words.errors.internal;
  return fill(text, wait((error instanceof Refusal && error.retryAfter) || 60, words));
}
