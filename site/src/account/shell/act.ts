import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '../api.ts';
import { refusalText } from '../refusal-text.ts';
import { page } from './page.ts';
import { Dismissed, prove } from './prove.ts';

/** A refusal in words. */
export const sayRefusal = (problem: Refusal): string => refusalText(problem, page);

export interface Act {
  busy: boolean;
  /** What happened, for everybody to hear. */
  said: string;
  /** The refusal, unless a field has it. */
  fault: string;
  /** The refusal that belongs to a field. */
  at: (field: string) => string | undefined;
  /** Does it, proving again who is there when asked; answers whether it was done. A text that `act` returns is said. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  /** Goes on the element that holds the fields: the first at fault gets the focus. */
  form: { current: HTMLElement | null };
}

/** One act at a time, with what came of it. `fields`: which problem codes belong to which field. */
export function useAct(fields: Record<string, readonly string[]> = {}): Act {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const [problem, setProblem] = useState<Refusal | null>(null);
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problem]);

  const owner = (of: Refusal): string | undefined =>
    Object.keys(fields).find(
      (field) =>
        fields[field]?.includes(of.code) || (of.code === 'invalid_field' && of.field?.endsWith(field)),
    );
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    say('');
    try {
      const done = await prove(act);
      if (typeof done === 'string') say(done);
      return true;
    } catch (error) {
      if (error instanceof Refusal) setProblem(error);
      else if (!(error instanceof Dismissed)) throw error;
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ busy, said, form, run },
    fault: problem && !owner(problem) ? sayRefusal(problem) : '',
    at: (field) => (problem && owner(problem) === field ? sayRefusal(problem) : undefined),
  };
}
