/**
 * Brings a heading, with what introduces it if both fit, on screen when any of it is not; otherwise nothing moves.
 * At once: the next question belongs to the frame of the tap. Enlarged with two fingers, the part seen is what counts.
 */
export function bringIntoView(heading: HTMLElement, intro: HTMLElement | null = null): void {
  const { offsetTop: from, height } = visualViewport ?? { offsetTop: 0, height: innerHeight };
  const { top, bottom } = heading.getBoundingClientRect();
  const above = intro?.getBoundingClientRect().top ?? top;
  const [first, begins] = intro && bottom - above <= height ? [intro, above] : [heading, top];
  if (begins >= from && bottom <= from + height) return;
  // The space above it gives way where it would push the last line off the screen.
  const room = Math.max(0, height - (bottom - begins));
  first.style.scrollMarginTop = '';
  const wanted = Number.parseFloat(getComputedStyle(first).scrollMarginTop) || 0;
  if (wanted > room) first.style.scrollMarginTop = `${room}px`;
  first.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** Does what may take the element with the focus off the screen; if so, `heir` gets it instead of nobody. */
export function keepFocus(heir: HTMLElement, change: () => void): void {
  const before = document.activeElement;
  change();
  if (!before || before === document.body) return;
  if (before.matches(':disabled') || before.getClientRects().length === 0)
    heir.focus({ preventScroll: true });
}
