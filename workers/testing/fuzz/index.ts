import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { keepInside } from '../keep-inside.ts';
import { type Operation, readOperations } from '../operations.ts';
import { type Case, requestsTo } from './requests.ts';
import { sampleFor } from './samples.ts';
import { type Answer, forgetTries, send } from './send.ts';

const CASES = 200;
const GUARD = ['token_required', 'token_invalid', 'not_allowed', 'account_suspended', 'account_deleted'];

/** Whatever is sent to the operations, each answers as it should. */
export async function fuzz(which: (one: Operation) => boolean): Promise<void> {
  beforeAll(keepInside);
  const operations = (await readOperations()).filter(which);
  test.each(operations)(
    '$id answers $method $path whatever is sent',
    async ({ ...one }) => {
      const asked = await asking(one);
      await fc.assert(fc.asyncProperty(requestsTo(one), asked.ask), { numRuns: CASES });
      // Cases that the guard refuses say nothing of what is behind it.
      expect(asked.past()).toBeGreaterThan(CASES / 3);
    },
    120_000,
  );
}

/** Sends cases with one sample, which is made anew once a case has used it up: deleted it, signed it out. */
async function asking(one: Operation) {
  let sample = await sampleFor(one);
  let used = false;
  let past = 0;
  const renewed = async (answer: Answer, made: Case): Promise<Answer> => {
    const { status, code } = answer;
    const dead = used && (status === 404 || status === 429 || GUARD.includes(code ?? ''));
    if (status !== 429 && !dead) return answer;
    await forgetTries();
    if (dead) sample = await sampleFor(one);
    used = false;
    return send(one, sample, made);
  };
  return {
    past: () => past,
    ask: async (made: Case) => {
      const first = await send(one, sample, made);
      const answer = made.authorization === 'own' ? await renewed(first, made) : first;
      if (answer.status < 300) used = true;
      if (!GUARD.includes(answer.code ?? '')) past += 1;
    },
  };
}
