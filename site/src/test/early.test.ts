import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { EARLY_SCRIPT } from './early.ts';

interface Queue {
  category?: number;
  ms?: number;
  event?: { timeStamp: number };
}

/** The inline script in a document with five answers. */
function page(dataset: Record<string, string> = {}) {
  const answers = Array.from({ length: 5 }, (_, k) => ({
    dataset: { category: String(k) },
    ariaPressed: false,
  }));
  const listeners: Record<string, (event: object) => void> = {};
  const context: { early?: Queue; document: object; performance: object } = {
    performance: { now: () => 100 },
    document: {
      documentElement: { dataset },
      querySelectorAll: () => answers,
      addEventListener: (type: string, listener: () => void) => {
        listeners[type] = listener;
      },
    },
  };
  runInNewContext(EARLY_SCRIPT, context);
  const tap = (k: number, timeStamp = 400) =>
    listeners.click?.({ type: 'click', timeStamp, target: { closest: () => answers[k] ?? null } });
  const press = (key: string, more = {}) =>
    listeners.keydown?.({ type: 'keydown', timeStamp: 900, key, ...more });
  return { early: context.early as Queue, answers, tap, press };
}

describe('before the script of the test', () => {
  it('keeps a tap, its time and shows it; the last one counts', () => {
    const { early, answers, tap, press } = page();
    tap(3);
    expect(early).toMatchObject({ category: 3, ms: 300 });
    press('1');
    expect(early).toMatchObject({ category: 0, ms: 800 });
    expect(answers.map(({ ariaPressed }) => ariaPressed)).toEqual([true, false, false, false, false]);
  });

  it('keeps when an answer was given first, and its latest tap for the double that may follow', () => {
    const { early, tap } = page();
    tap(3);
    tap(3, 600);
    expect(early).toMatchObject({ category: 3, ms: 300, event: { timeStamp: 600 } });
  });

  it('keeps nothing else', () => {
    const { early, tap, press } = page();
    tap(9);
    for (const key of ['0', '6', 'Enter', ' ', 'a', 'Tab']) press(key);
    press('2', { ctrlKey: true });
    expect(early.category).toBeUndefined();
  });

  it('keeps no answer while a stored test is awaited, only that there was a tap', () => {
    const { early, answers, tap } = page({ resuming: '' });
    tap(2);
    expect(early.category).toBeUndefined();
    expect(early.event).toMatchObject({ timeStamp: 400 });
    expect(answers.some(({ ariaPressed }) => ariaPressed)).toBe(false);
  });
});
