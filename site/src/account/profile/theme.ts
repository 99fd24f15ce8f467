import type { Preferences } from '../../../../workers/contract/users.ts';

const root = document.documentElement;

/** Shows the chosen colours here and from now on; `system` leaves the choice to the device. */
export function applyTheme(theme: Preferences['theme']): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is blocked: the choice lasts for this page.
  }
}

/** A browser that has no choice of its own takes the account's. */
export function adoptTheme(theme: Preferences['theme']): void {
  if (theme !== 'system' && !root.dataset.theme) applyTheme(theme);
}
