import type { Form } from '../form.ts';
import { page } from './page.ts';
import { strength } from './strength.ts';

/** Says under a new password how strong it is, while it is typed. It only ever advises. */
export function wireStrength(form: Form | null): void {
  const meter = form?.element.querySelector<HTMLElement>('[data-strength]');
  const word = meter?.querySelector('[data-strength-word]');
  const input = form?.field('password');
  if (!meter || !word || !input) return;
  input.addEventListener('input', () => {
    const level = strength(input.value, form?.field('email')?.value);
    if (level === null) delete meter.dataset.level;
    else meter.dataset.level = String(level);
    word.textContent = level === null ? '' : (page.forms.strength[level] ?? '');
  });
}
