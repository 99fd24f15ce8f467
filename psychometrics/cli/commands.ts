import { calibrate } from '../calibration/calibrate.ts';
import { difAnalysis } from '../dif/dif.ts';
import { information, probabilities } from '../model.ts';
import { reliability } from '../reliability/reliability.ts';
import { sequentialTest } from '../sequential/msprt.ts';
import type { Command, Input } from './schemas.ts';
import { adaptive, estimate, simulate } from './scoring.ts';

type Run<C extends Command> = (input: Input<C>) => object;

/** What each command answers; every document it gets has passed its schema. Throws RangeError, BadDocument. */
export const commands: { [C in Command]: Run<C> } = {
  probabilities: ({ item, theta }) => ({ probabilities: theta.map((at) => probabilities(item, at)) }),

  information: ({ items, theta }) => {
    const own = items.map((item) => theta.map((at) => information(item, at)));
    return {
      items: Object.fromEntries(items.map(({ id }, i) => [id, own[i]])),
      test: theta.map((_, t) => own.reduce((sum, values) => sum + values[t]!, 0)),
    };
  },

  estimate,
  adaptive,
  simulate,

  calibrate: ({ responses, nodes, range }) => {
    const { items, logLik, cycles, converged } = calibrate(responses, { nodes, range });
    return {
      items: items.map(({ a, b, seA, seB, codes }) => {
        const gap = codes.some((code, c) => code !== c);
        return { a, b, seA, seB, ...(gap ? { categories: codes } : {}) };
      }),
      logLik,
      cycles,
      converged,
    };
  },

  reliability: ({ responses }) => {
    const { alpha, omegaTotal, items, basis } = reliability(responses);
    return { alpha, omegaTotal, items, ...(basis === 'pairwise' ? { basis } : {}) };
  },

  dif: ({ responses, group, matching }) => ({
    items: difAnalysis(responses, group, matching ? { matching } : {}).items.map(
      ({ uniformChi2, bothChi2, mantel, smd, class: effect }) => ({
        uniformChi2,
        bothChi2,
        mantel,
        smd,
        class: effect,
      }),
    ),
  }),

  sequential: (input) => sequentialTest(input),
};
