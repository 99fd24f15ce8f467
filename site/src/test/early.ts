/** What a tap or key before the test's script leaves behind; `since` is when the question was read by the parser. */
interface Early {
  since: number;
  category?: number;
  /** From `since` to the tap. */
  ms?: number;
  /** The latest tap or key on an answer: its double may come when the script has. */
  event?: MouseEvent | KeyboardEvent;
  take: EventListener;
}

/**
 * Runs inline, before the first question: a tap or key 1–5 that comes before the test's script is kept for it (the
 * last one counts) and shown as pressed. Its SHA-256 is part of the policy in site/worker/headers.js; layouts/theme.test.ts
 * proves it. No answer is kept while a stored test is awaited: another question will stand there.
 */
export const EARLY_SCRIPT =
  "(d=>{const e=globalThis.early={since:performance.now(),take(v){const k=v.type=='click'?v.target.closest('[data-category]')?.dataset.category:v.ctrlKey||v.metaKey||v.altKey?-1:v.key-1,a=[...d.querySelectorAll('[data-category]')],b=a.find(o=>o.dataset.category==k);if(!b)return;e.event=v;if('resuming'in d.documentElement.dataset)return;if(e.category!=k)e.ms=v.timeStamp-e.since;e.category=+k;for(const o of a)o.ariaPressed=o==b}};for(const t of['click','keydown'])d.addEventListener(t,e.take)})(document)";

/** What was tapped so far. From here on the caller listens itself. */
export function takeEarly(): Omit<Early, 'take'> {
  const { early } = globalThis as { early?: Early };
  if (!early) return { since: performance.now() };
  for (const type of ['click', 'keydown']) document.removeEventListener(type, early.take);
  return early;
}
