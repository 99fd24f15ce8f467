import { Refusal } from './api.ts';
import { refusalText } from './refusal-text.ts';

type Words = Pick<typeof import('../locales/ko/account.json'), 'errors' | 'forms'>;
type Values = Record<string, string>;
/** The text of what is wrong with a value, or null. */
export type Check = (value: string, input: HTMLInputElement) => string | null | undefined;

interface FormOptions {
  words: Words;
  /** Beside what the markup demands (`required`, `type=email`). */
  checks?: Record<string, Check>;
  /** Which field a refusal belongs to, where the API names none. */
  at?: Record<string, string>;
  /** Gets the fields by name, ticked boxes as `on`. What it throws is told to the person. */
  act: (values: Values) => Promise<void>;
}

export interface Form {
  element: HTMLFormElement;
  field(name: string): HTMLInputElement | null;
  /** What went well, or is under way. */
  say(text: string): void;
  /** What went wrong, at a field or as a whole. Moves the focus there. */
  fail(text: string, field?: string): void;
  /** Tells a refusal where it belongs. */
  refuse(error: unknown): void;
  /** Runs something as the form's own work: one thing at a time, refusals told. */
  run(work: () => Promise<void>): Promise<void>;
}

const put = (input: HTMLInputElement, text: string): void => {
  const error = document.getElementById(`${input.id}-error`);
  if (error) error.textContent = text;
  if (text) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
};

/** Takes a form of the page (components/Form.astro) into work; null where the page has none of that name. */
export function wireForm(name: string, { words, checks = {}, at = {}, act }: FormOptions): Form | null {
  const element = document.querySelector<HTMLFormElement>(`form[data-form="${name}"]`);
  if (!element) return null;
  const error = element.querySelector<HTMLElement>('[data-form-error]');
  const status = element.querySelector<HTMLElement>('[data-form-status]');
  const inputs = (): HTMLInputElement[] =>
    [...element.elements].filter(
      (one) => one instanceof HTMLInputElement && !one.disabled,
    ) as HTMLInputElement[];
  let busy = false;

  const wrong = (input: HTMLInputElement): string | null => {
    const { validity: v, type, name } = input;
    const t = words.forms.checks;
    if (v.valueMissing) return type === 'checkbox' ? t.agree : t.empty;
    if (v.typeMismatch || (type === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.value)))
      return t.email;
    return checks[name]?.(input.value, input) ?? null;
  };
  const form: Form = {
    element,
    field: (field) => inputs().find((input) => input.name === field) ?? null,
    say: (text) => {
      if (status) status.textContent = text;
    },
    fail: (text, field) => {
      const input = field === undefined ? null : form.field(field);
      if (input) put(input, text);
      else if (error) error.textContent = text;
      (input ?? error)?.focus();
    },
    refuse: (refusal) => {
      const named =
        refusal instanceof Refusal ? (at[refusal.code] ?? refusal.field?.split('.').pop()) : undefined;
      form.fail(refusalText(refusal, words), named);
    },
    run: async (work) => {
      if (busy) return;
      busy = true;
      clear();
      element.setAttribute('aria-busy', 'true');
      form.say(words.forms.working);
      try {
        await work();
        if (status?.textContent === words.forms.working) form.say('');
      } catch (refusal) {
        form.say('');
        form.refuse(refusal);
      }
      element.removeAttribute('aria-busy');
      busy = false;
    },
  };
  const clear = (): void => {
    if (error) error.textContent = '';
    for (const input of inputs()) put(input, '');
  };
  const send = (): void => {
    if (busy) return;
    clear();
    const found = inputs().flatMap((input) => {
      const text = wrong(input);
      return text ? [{ input, text }] : [];
    });
    for (const { input, text } of found) put(input, text);
    if (found[0]) found[0].input.focus();
    else void form.run(() => act(Object.fromEntries(new FormData(element)) as Values));
  };

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  // A fault that is mended stops being one at once; a new one is only told on sending.
  element.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.ariaInvalid === 'true' && !wrong(target))
      put(target, '');
  });
  for (const button of element.querySelectorAll<HTMLButtonElement>('[data-shows]')) wireShowing(button);
  for (const button of element.querySelectorAll<HTMLButtonElement>('button:disabled'))
    button.disabled = false;
  return form;
}

/** The button beside a password that shows it. */
function wireShowing(button: HTMLButtonElement): void {
  const input = document.getElementById(button.dataset.shows ?? '') as HTMLInputElement | null;
  button.addEventListener('click', () => {
    if (!input) return;
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.ariaPressed = String(shown);
  });
}

/** A new password is 8 to 128 characters of anything. */
export const newPassword =
  ({ forms }: Words): Check =>
  (value) => {
    const length = [...value].length;
    if (length < 8) return forms.checks.short.replace('{n}', String(8 - length));
    return length > 128 ? forms.checks.long : null;
  };

export const sixDigits =
  ({ forms }: Words): Check =>
  (value) =>
    /^\d{6}$/.test(value.replace(/\D/g, '')) ? null : forms.checks.code;
