import { calibrate } from '../calibration/calibrate.ts';
import { hasGap, usedCodes } from '../codes.ts';
import { difAnalysis } from '../dif/dif.ts';
import { exactInformation, probabilities } from '../model.ts';
import { reliability } from '../reliability/reliability.ts';
import { sequentialTest } from '../sequential/msprt.ts';
import type { Command, Input } from './schemas.ts';
import { adaptive, estimate, simulate } from './scoring.ts';

/** An item whose codes are not just 0, 1, 2, … says which it shows. */
const listed = (codes: readonly number[]) => (hasGap(codes) ? { categories: codes } : {});

type Run<C extends Command> = (input: Input<C>) => object;

/** What each command answers; every document it gets has passed its schema. Throws RangeError, BadDocument. */
export const commands: { [C in Command]: Run<C> } = {
  probabilities: ({ item, theta }) => ({ probabilities: theta.map((at) => probabilities(item, at)) }),

  information: ({ items, theta }) => {
    const own = items.map((item) => theta.map((at) => exactInformation(item, at)));
    return {
      items: Object.fromEntries(items.map(({ id }, i) => [id, own[i]])),
      test: theta.map((_, t) => own.reduce((sum, values) => sum + values[t]!, 0)),
    };
  },

  estimate,
  adaptive,
  simulate,

  calibrate: ({ responses, nodes, range }) => {
    const found = calibrate(responses, { range, ...(nodes ? { nodes } : {}) });
    const { items, logLik, cycles, converged } = found;
    return {
      items: items.map(({ a, b, seA, seB, codes }) => ({ a, b, seA, seB, ...listed(codes) })),
      logLik,
      cycles,
      converged,
      ...(nodes || found.nodes === 61 ? {} : { nodes: found.nodes }),
    };
  },

  reliability: ({ responses }) => {
    const { alpha, omegaTotal, items, basis } = reliability(responses);
    const codes = usedCodes(responses);
    return {
      ...{ alpha, omegaTotal, items: items.map((item, i) => ({ ...item, ...listed(codes[i]!) })) },
      ...(basis === 'pairwise' ? { basis } : {}),
    };
  },

  dif: ({ responses, group, matching }) => {
    const codes = usedCodes(responses);
    const { items } = difAnalysis(responses, group, matching ? { matching } : {});
    return {
      items: items.map(({ uniformChi2, bothChi2, mantel, smd, class: effect, converged }, i) => ({
        ...{ uniformChi2, bothChi2, mantel, smd, class: effect },
        // Without a comparison there was no fit that could fail.
        ...(converged || bothChi2 === null ? {} : { converged }),
        ...listed(codes[i]!),
      })),
    };
  },

  sequential: (input) => sequentialTest(input),
};
