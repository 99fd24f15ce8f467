import { Refusal } from '../api.ts';

/** The person closed the question: nothing was done, nothing needs saying. */
export class Dismissed extends Error {}

type Question = () => Promise<boolean>;
let ask: Question | undefined;

/** ProofDialog takes the question. */
export const onProof = (question: Question): void => {
  ask = question;
};

/**
 * Does it. When the API wants to know again who is there, asks the person and does it once more. Throws `Dismissed`
 * when the question is closed, `Refusal` for the rest.
 */
export async function prove<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'reauthentication_required' && ask)) throw error;
    if (!(await ask())) throw new Dismissed();
    return await act();
  }
}
