import type { Providers } from '../../../../workers/contract/auth.ts';
import type { Provider } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import { ask } from '../api.ts';
import type { Form } from '../form.ts';
import { beginTrip } from '../provider-trip.ts';
import { appOf, wayOut } from './in-app.ts';
import { cameFrom, one, page, settled } from './page.ts';

/** Shows the ways in through other services that are set up here, and what an app's own browser means for them. */
export async function wireWays(form: Form | null): Promise<void> {
  const box = one('[data-ways]');
  if (!box) return;
  const on = await ask<Providers>('GET', '/auth/oauth').then(
    ({ items }) => items.filter((item) => item.on).map(({ provider }) => provider),
    (): Provider[] => [],
  );
  const app = appOf(navigator.userAgent);
  for (const button of box.querySelectorAll<HTMLButtonElement>('[data-provider]')) {
    const provider = button.dataset.provider as Provider;
    // Google refuses to sign anyone in inside an app.
    button.hidden = !on.includes(provider) || (provider === 'google' && app !== null);
    button.addEventListener('click', () =>
      form?.run(() => beginTrip({ provider, language: page.language, link: false, to: cameFrom() })),
    );
  }
  const shown = box.querySelector<HTMLElement>('[data-providers]');
  if (shown) shown.hidden = on.length === 0;
  if (app && on.includes('google')) explain(app);
  settled();
}

/** Links between these pages carry on where somebody wants to go back to. */
export function keepTo(): void {
  const to = cameFrom();
  if (!to) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-keep-to], [data-language-switch]'))
    link.search = new URLSearchParams({ to }).toString();
}

function explain(app: NonNullable<ReturnType<typeof appOf>>): void {
  const note = one('[data-in-app]');
  const title = one('[data-in-app-title]');
  if (!note || !title) return;
  const t = page.inApp;
  title.textContent = fill(t.title, { app });
  // Without what stands behind `#`: that may be a secret.
  const url = location.origin + location.pathname + location.search;
  const out = wayOut(app, navigator.userAgent, url);
  const open = one<HTMLAnchorElement>('[data-in-app-open]');
  if (open && out) Object.assign(open, { href: out, hidden: false });
  const field = one<HTMLInputElement>('[data-in-app-address] input');
  const status = one('[data-in-app-status]');
  one('[data-in-app-copy]')?.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    if (status) status.textContent = copied ? t.copied : t.copyFailed;
    if (copied || !field) return;
    field.value = url;
    one('[data-in-app-address]')?.removeAttribute('hidden');
    field.focus();
    field.select();
  });
  note.hidden = false;
}
