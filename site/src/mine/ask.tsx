import { useEffect, useRef } from 'preact/hooks';
import { button } from '../components/button.ts';
import type { Strings } from './data.ts';

/** Asks before something is gone for good; the harmless answer has the focus. */
export function Ask(props: { t: Strings['t']; text: string; onYes: () => void; onNo: () => void }) {
  const { t, text, onYes, onNo } = props;
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <div role="alertdialog" aria-label={text} class="rounded-md bg-teto-pale p-5 text-ink">
      <p class="font-extrabold">{text}</p>
      <div class="mt-4 flex flex-wrap gap-3">
        <button type="button" class={button('line')} ref={no} onClick={onNo}>
          {t.cancel}
        </button>
        <button type="button" class={button()} onClick={onYes}>
          {t.yes}
        </button>
      </div>
    </div>
  );
}
