import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Act } from './act.ts';
import { page } from './page.ts';

type InputProps = Omit<JSX.IntrinsicElements['input'], 'ref' | 'class'>;
interface FieldProps extends InputProps {
  label: string;
  name: string;
  hint?: string | undefined;
  act?: Act;
}

/** A labelled input, as components/Field.astro; a refusal that belongs to it stands under it. A password can be looked at. */
export function Field({ label, name, hint, act, type = 'text', ...rest }: FieldProps) {
  const id = useId();
  const [open, show] = useState(false);
  const error = act?.at(name);
  const secret = type === 'password';
  const about = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field max-w-[28rem]">
      <label for={id}>{label}</label>
      <div class="relative">
        <input
          {...rest}
          {...{ id, name }}
          type={secret && open ? 'text' : type}
          class={secret ? 'pr-24' : undefined}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={about || undefined}
        />
        {secret && (
          <button
            type="button"
            class="absolute inset-y-0 right-0 flex min-w-11 items-center rounded-sm px-4 text-sm font-extrabold hover:bg-sunk"
            aria-label={`${label}, ${open ? page.shell.hide : page.shell.show}`}
            aria-pressed={open}
            onClick={() => show(!open)}
          >
            {open ? page.shell.hide : page.shell.show}
          </button>
        )}
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Six digits, from a mail or an app, spaced as somebody likes. */
export function CodeField({ name = 'code', ...rest }: { label: string; act: Act; name?: string }) {
  return (
    <Field
      {...{ name, ...rest }}
      inputMode="numeric"
      autocomplete="one-time-code"
      maxLength={11}
      pattern="\D*(\d\D*){6}"
      required
      autofocus
    />
  );
}

interface SelectProps {
  label: string;
  name: string;
  options: Record<string, string>;
  /** Chosen at first. */
  value?: string;
  /** What the choice of none is called; without it one has to be chosen. */
  any?: string;
}

export function Select({ label, name, options, value, any }: SelectProps) {
  const id = useId();
  return (
    <div class="field max-w-[28rem]">
      <label for={id}>{label}</label>
      <select {...{ id, name }}>
        {any && <option value="">{any}</option>}
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChoicesProps {
  legend: string;
  name: string;
  labels: Record<string, string>;
  value: string;
  hint?: string | undefined;
  onChange: (value: string) => void;
}

export function Choices({ legend, name, labels, value, hint, onChange }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={hint ? id : undefined}>
      <legend class="font-extrabold">{legend}</legend>
      <div class="mt-1 flex flex-wrap gap-x-6">
        {Object.entries(labels).map(([key, label]) => (
          <label class="flex min-h-11 items-center gap-2" key={key}>
            <input
              type="radio"
              class="size-5 shrink-0 accent-ink"
              checked={key === value}
              onChange={() => onChange(key)}
              {...{ name, value: key }}
            />
            {label}
          </label>
        ))}
      </div>
      {hint && (
        <p class="max-w-[34rem] text-xs text-soft" id={id}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}

/** On or off; the label is as much of a target as the box. */
export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="max-w-[38rem]">
      <label class="flex min-h-12 items-center justify-between gap-4">
        <span class="font-extrabold">{label}</span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={checked}
          class="switch"
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
          checked={checked}
        />
      </label>
      {hint && (
        <p class="max-w-[34rem] text-xs text-soft" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}
