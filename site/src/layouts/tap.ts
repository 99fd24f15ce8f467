/**
 * Runs `act` at every tap on a button that has `data-tap` in its markup, and at once when it was tapped before its
 * script had come: the boot script of theme.ts keeps that tap.
 */
export function onTap(button: HTMLElement, act: () => void): void {
  const early = button.dataset.tap === 'early';
  button.dataset.tap = 'wired';
  button.addEventListener('click', act);
  if (early) act();
}
