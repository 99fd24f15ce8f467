/** What Swagger UI leaves without a name or out of reach of a keyboard, by selector. Each is safe to repeat. */
const mends: [selector: string, mend: (element: HTMLElement) => void][] = [
  ['tr[data-param-name] :is(select, input, textarea)', (field) => named(field, paramOf(field))],
  ['.opblock-section-request-body :is(select, textarea)', (field) => named(field, 'Request body')],
  ['.response :is(select, textarea)', (field) => named(field, 'Media type of the response')],
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

/** What had the focus before a dialogue took it. */
let outside: HTMLElement | undefined;

/** It closes by Escape already; all else is out of reach while it is open, and the focus goes back where it was. */
function asDialog(modal: HTMLElement): void {
  modal.setAttribute('role', 'dialog');
  modal.setAttribute('aria-modal', 'true');
  modal.setAttribute('aria-label', modal.querySelector('h3')?.textContent ?? '');
  const dialog = modal.closest<HTMLElement>('.dialog-ux') ?? modal;
  const others: Element[] = [];
  for (let at: Element = dialog; at.parentElement && at !== document.body; at = at.parentElement)
    others.push(...[...at.parentElement.children].filter((one) => one !== at && !one.hasAttribute('inert')));
  for (const other of others) other.setAttribute('inert', '');
  (modal.querySelector('input') ?? modal.querySelector('button'))?.focus();
  const gone = new MutationObserver(() => {
    if (modal.isConnected) return;
    gone.disconnect();
    for (const other of others) other.removeAttribute('inert');
    outside?.focus();
  });
  gone.observe(document.body, { childList: true, subtree: true });
}

/** Mends what is there and whatever Swagger UI draws later. */
export function mendAsItChanges(root: HTMLElement): void {
  const mendAll = (): void => {
    for (const [selector, mend] of mends)
      for (const found of root.querySelectorAll<HTMLElement>(selector)) mend(found);
  };
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('.modal-ux')) outside = target;
  });
  new MutationObserver(mendAll).observe(root, { childList: true, subtree: true });
  mendAll();
}
