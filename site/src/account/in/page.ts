import type { SignUpConsents } from '../../../../workers/contract/auth.ts';
import type { Account } from '../../../../workers/contract/users.ts';
import { safePath } from '../to.ts';

type Words = typeof import('../../locales/ko/account.json');

/** What Frame.astro leaves in the page for its script. */
export interface PageData extends Pick<Words, 'errors' | 'forms'> {
  language: string;
  said: Words['in']['said'];
  inApp: Words['in']['inApp'];
  policies: Pick<SignUpConsents, 'terms' | 'privacy'>;
  /** In this language. */
  paths: { account: string; signIn: string; reset: string };
  /** Where each language has the page a provider sends back to. */
  returns: Record<string, string>;
}

export const page = JSON.parse(document.getElementById('in-data')?.textContent ?? '') as PageData;

export const one = <E extends HTMLElement = HTMLElement>(selector: string): E | null =>
  document.querySelector<E>(selector);

/** The page somebody came from and goes back to. */
export const cameFrom = (): string | null => safePath(new URLSearchParams(location.search).get('to'));

/** Leaves for where one came from. An account being deleted can only be restored, and that is done in the account. */
export function arrive(user: Account, to = cameFrom()): void {
  location.assign(user.status === 'deleted' ? page.paths.account : (to ?? page.paths.account));
}

/** The page is as long as it will be: what stands after it may be shown. */
export function settled(): void {
  const late = one('[data-late]');
  if (late) late.dataset.known = '';
}

/** Shows one step of the page and hands it the focus. */
export function show(step: string, focus = true): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-step]'))
    section.hidden = section.dataset.step !== step;
  const section = one(`[data-step="${step}"]`);
  if (!focus) return;
  const field = section?.querySelector<HTMLElement>('[data-first]');
  (field ?? section?.querySelector<HTMLElement>('h1, h2'))?.focus();
}
