import type { Progress } from '../../../psychometrics/types.ts';
import { opening, wordAt } from './dial.ts';
import { bringIntoView, keepFocus } from './in-view.ts';
import { type PageData, put } from './page-data.ts';

const find = <E extends Element = HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`the page lacks ${selector}`);
  return found;
};

/** The parts of Stage.astro that change. Looked up once: painting a question only writes text and attributes. */
export function stageOf(data: PageData) {
  const root = find('#stage');
  const question = find('#question');
  const lead = document.getElementById('lead');
  const targets = [...root.querySelectorAll<HTMLButtonElement>('[data-category]')];
  const number = find('#number');
  const numeral = find('#numeral');
  const range = find('#range');
  const word = find('#certainty-word');
  const meter = find('#dial');
  const band = find<SVGRectElement>('#dial-band');
  const back = find<HTMLButtonElement>('#back');
  const said = find('#said');
  const note = find('#note');
  const { text } = data;

  return {
    root,
    question,
    targets,
    back,
    /** Shows item `id` as number `n` (from 1); `chosen` is its earlier answer, if any. */
    paint(id: string, n: number, progress: Pick<Progress, 'certainty'>, mode: string, chosen?: number): void {
      question.textContent = data.items[id] ?? '';
      for (const [k, target] of targets.entries()) target.ariaPressed = String(k === chosen);
      number.textContent = put(text.number, { n });
      numeral.textContent = String(n);
      const { min, max } = data.range[mode] ?? { min: 0, max: 0 };
      range.textContent = put(text.range, { min, max });
      const at = opening(progress.certainty);
      band.setAttribute('x', String(at.left));
      band.setAttribute('width', String(at.right - at.left));
      const words = text.words[wordAt(progress.certainty, text.words.length)] ?? '';
      word.textContent = words;
      meter.setAttribute('aria-valuenow', String(Math.floor(progress.certainty * 100)));
      meter.setAttribute('aria-valuetext', words);
      if (back.disabled !== (n === 1))
        keepFocus(question, () => {
          back.disabled = n === 1;
        });
      said.textContent = put(text.said, { n, question: data.items[id] ?? '' });
      question.dataset.turn = String(n % 2);
    },
    /** The question on screen, whatever the size of window and text; where it is already, nothing moves. */
    inView: () => bringIntoView(question, lead),
    /** A line under the answers; empty text takes it away. Its height is always reserved. */
    say(message: string): void {
      note.textContent = message;
    },
  };
}

export type Stage = ReturnType<typeof stageOf>;
