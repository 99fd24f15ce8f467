import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Act } from './act.ts';
import { page } from './page.ts';

const looks = {
  solid: 'bg-ink text-paper hover:opacity-90',
  line: 'border-2 border-ink text-ink hover:bg-ink hover:text-paper',
  danger: 'border-2 border-ink text-teto-ink hover:bg-teto-pale',
  plain: 'underline decoration-between decoration-2 underline-offset-4 hover:bg-sunk',
};
type Look = keyof typeof looks;

const button = (look: Look, extra = ''): string =>
  `inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-5 text-center text-sm font-extrabold leading-tight transition duration-150 active:scale-97 disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50 ${looks[look]} ${extra}`;

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'ref' | 'class'> {
  look?: Look;
  class?: string;
  /** Under way: shown, and the act itself takes no second; a disabled button would lose the focus. */
  busy?: boolean;
}

export function Button({
  look = 'solid',
  type = 'button',
  class: extra,
  busy,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      class={button(look, extra)}
      aria-disabled={busy || undefined}
      {...rest}
      {...(onClick && !busy && { onClick })}
    />
  );
}

/** A link that looks like a button. */
export function Go({ look = 'solid', class: extra, ...rest }: JSX.IntrinsicElements['a'] & { look?: Look }) {
  return <a class={button(look, String(extra ?? ''))} {...rest} />;
}

/** A part of a page under a rule. */
export function Part(props: { title: string; text?: string; children?: ComponentChildren; id?: string }) {
  const id = useId();
  return (
    <section class="border-t-2 border-ink pt-6 pb-10" aria-labelledby={id} id={props.id}>
      <h2 class="text-xl outline-none" id={id} tabIndex={-1}>
        {props.title}
      </h2>
      {props.text && <p class="mt-2 max-w-[38rem]">{props.text}</p>}
      <div class="mt-5">{props.children}</div>
    </section>
  );
}

type InputProps = Omit<JSX.IntrinsicElements['input'], 'ref' | 'class'>;
interface FieldProps extends InputProps {
  label: string;
  name: string;
  hint?: string | undefined;
  act?: Act;
}

const input =
  'mt-2 block min-h-12 w-full rounded-sm border-2 border-soft bg-sheet px-3 text-ink aria-invalid:border-teto-ink';

/** A labelled input; a refusal that belongs to it stands under it. A password can be looked at. */
export function Field({ label, name, hint, act, type = 'text', ...rest }: FieldProps) {
  const id = useId();
  const [open, show] = useState(false);
  const error = act?.at(name);
  const secret = type === 'password';
  const about = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="max-w-[28rem]">
      <label class="font-extrabold" for={id}>
        {label}
      </label>
      <div class="relative">
        <input
          {...rest}
          {...{ id, name }}
          type={secret && open ? 'text' : type}
          class={secret ? `${input} pr-20` : input}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={about || undefined}
        />
        {secret && (
          <button
            type="button"
            class="absolute inset-y-0 right-1 min-w-16 rounded-sm px-2 text-xs font-extrabold hover:underline"
            aria-label={`${label}, ${open ? page.shell.hide : page.shell.show}`}
            aria-pressed={open}
            onClick={() => show(!open)}
          >
            {open ? page.shell.hide : page.shell.show}
          </button>
        )}
      </div>
      {error && (
        <p class="mt-1 text-sm font-extrabold text-teto-ink" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p class="mt-1 text-xs text-soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
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

/** What came of an act: said aloud, and kept room for, so that nothing below moves. */
export function Outcome({ act }: { act: Act }) {
  const text = act.fault || act.said || (act.busy ? page.shell.working : '');
  const line = useRef<HTMLParagraphElement>(null);
  // What was pressed may be gone with what it removed: the focus goes on from here, not from the top.
  useEffect(() => {
    if ((act.fault || act.said) && document.activeElement === document.body) line.current?.focus();
  }, [act.fault, act.said]);
  return (
    <p
      ref={line}
      tabIndex={-1}
      class={`min-h-7 text-sm font-extrabold outline-none ${act.fault ? 'text-teto-ink' : ''}`}
      role={act.fault ? 'alert' : 'status'}
    >
      {text}
    </p>
  );
}

/** A size as people read it: `1.4 MB`. */
export function size(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(page.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    value as number,
  );
}
