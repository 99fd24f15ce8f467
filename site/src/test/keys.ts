interface Keys {
  answer(category: number): void;
  back(): void;
  /** How many categories there are. */
  count: number;
}

/** 1–5 answer, Backspace and ← go back, wherever the focus is except in a field. */
export function listenToKeys({ answer, back, count }: Keys): void {
  document.addEventListener('keydown', (event) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const focused = event.target as Element;
    const digit = event.key.length === 1 ? Number(event.key) : Number.NaN;
    if (focused.matches('textarea, select, input:not([type=radio])')) return;
    if (digit >= 1 && digit <= count) answer(digit - 1);
    else if (event.key === 'Backspace' || (event.key === 'ArrowLeft' && !focused.matches('input'))) back();
    else return;
    event.preventDefault();
  });
}
