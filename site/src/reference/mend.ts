/** What Swagger UI leaves without a name or out of reach of a keyboard, by selector. Each is safe to repeat. */
const mends: [selector: string, mend: (element: HTMLElement) => void][] = [
  ['tr[data-param-name] :is(select, input, textarea)', (field) => named(field, paramOf(field))],
  ['.opblock-section-request-body :is(select, textarea)', (field) => named(field, 'Request body')],
  ['.response :is(select, textarea)', (field) => named(field, 'Media type of the response')],
  ['.auth-container input', (field) => named(field, 'Token')],
  ['table[role="region"]', (table) => named(table, `${pathOf(table)}: ${table.classList[0]}`)],
  ['pre', (code) => code.setAttribute('tabindex', '0')],
  ['.close-modal', (button) => named(button, 'Close')],
  // Their words say it, and what is said has to begin with what is seen.
  ['.auth-btn-wrapper [aria-label]', (button) => button.removeAttribute('aria-label')],
  ['.modal-ux:not([role])', asDialog],
];

const named = (element: HTMLElement, name: string): void => {
  if (!element.hasAttribute('aria-label')) element.setAttribute('aria-label', name);
};

const paramOf = (field: HTMLElement): string =>
  field.closest<HTMLElement>('[data-param-name]')?.dataset.paramName ?? '';

const pathOf = (element: HTMLElement): string =>
  element.closest('.opblock')?.querySelector('.opblock-summary-control')?.textContent ?? '';

/** It closes by Escape already; the focus goes into it and, since it is no `dialog`, back by hand. */
function asDialog(modal: HTMLElement): void {
  modal.setAttribute('role', 'dialog');
  modal.setAttribute('aria-modal', 'true');
  modal.setAttribute('aria-label', modal.querySelector('h3')?.textContent ?? '');
  const before = document.activeElement;
  modal.querySelector<HTMLElement>('input, button')?.focus();
  const gone = new MutationObserver(() => {
    if (modal.isConnected) return;
    gone.disconnect();
    if (before instanceof HTMLElement) before.focus();
  });
  gone.observe(document.body, { childList: true, subtree: true });
}

/** Mends what is there and whatever Swagger UI draws later. */
export function mendAsItChanges(root: HTMLElement): void {
  const mendAll = (): void => {
    for (const [selector, mend] of mends)
      for (const found of root.querySelectorAll<HTMLElement>(selector)) mend(found);
  };
  new MutationObserver(mendAll).observe(root, { childList: true, subtree: true });
  mendAll();
}
