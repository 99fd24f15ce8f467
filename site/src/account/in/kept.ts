const read = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Remembers something for this tab; `null` forgets it. Does nothing where storage is blocked. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Then it is typed again.
  }
}

/** An address typed on one of these pages is there on the next one, in this tab. */
export function keepEmail(input: HTMLInputElement | null): void {
  if (!input) return;
  input.value ||= read('email') ?? '';
  input.addEventListener('change', () => keep('email', input.value || null));
}

/** A sign-up that waits for its code: looking for the mail may cost the page, not the step. */
export interface Waiting {
  challenge: string;
  /** ISO time. */
  expiresAt: string;
  email: string;
}

export const keepWaiting = (waiting: Waiting | null): void =>
  keep('sign-up', waiting && JSON.stringify(waiting));

export function waitingSignUp(now = Date.now()): Waiting | null {
  const kept = read('sign-up');
  const waiting = kept ? (JSON.parse(kept) as Waiting) : null;
  return waiting && Date.parse(waiting.expiresAt) > now ? waiting : null;
}
