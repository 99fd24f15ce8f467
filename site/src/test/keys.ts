import type { Tap } from './gesture.ts';

interface Keys {
  /** The buttons that 1–5 stand for. */
  targets: readonly HTMLElement[];
  back: HTMLElement;
  /** Whether a press belongs to the one before it (gesture.ts). */
  again(tap: Tap): boolean;
  onAnswer(category: number): void;
  onBack(): void;
}

/** 1–5 answer, Backspace and ← go back, wherever the focus is except in a field. */
export function listenToKeys({ targets, back, again, onAnswer, onBack }: Keys): void {
  document.addEventListener('keydown', (event) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const focused = event.target as Element;
    if (focused.matches('textarea, select, input:not([type=radio])')) return;
    const category = event.key.length === 1 ? Number(event.key) - 1 : -1;
    const goesBack = event.key === 'Backspace' || (event.key === 'ArrowLeft' && !focused.matches('input'));
    const target = goesBack ? back : targets[category];
    if (!target) return;
    event.preventDefault();
    if (again({ target, at: event.timeStamp })) return;
    if (goesBack) onBack();
    else onAnswer(category);
  });
}
