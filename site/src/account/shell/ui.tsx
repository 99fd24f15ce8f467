import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { button, type Look } from '../../components/button.ts';
import type { Act } from './act.ts';
import { page } from './page.ts';

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
      class={`${button(look)} ${extra ?? ''}`}
      aria-disabled={busy || undefined}
      {...rest}
      {...(onClick && !busy && { onClick })}
    />
  );
}

/** A link that looks like a button. */
export function Go({ look = 'solid', class: extra, ...rest }: JSX.IntrinsicElements['a'] & { look?: Look }) {
  return <a class={`${button(look)} ${String(extra ?? '')}`} {...rest} />;
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
      class={`mt-3 min-h-7 text-sm font-extrabold outline-none ${act.fault ? 'text-teto-ink' : ''}`}
      role={act.fault ? 'alert' : 'status'}
    >
      {text}
    </p>
  );
}
