import { expect, test } from 'vitest';
import stated from '../fixtures/simulation.json' with { type: 'json' };
import { type Language, tetoEgen } from '../testing.ts';
import type { Mode } from '../types.ts';
import { simulateTest, squaredCorrelation } from './study.ts';

const PEOPLE = 600;
/** Both our figures and the stated ones are samples: bounds are three standard errors of the difference. */
const SAMPLES = Math.sqrt(1 / PEOPLE + 1 / stated.people);
const bound = (p: number) => 3 * Math.sqrt(p * (1 - p)) * SAMPLES;

test.each(stated.rows)('$language $mode: people of the model come out as stated', (reference) => {
  const { language, mode } = reference;
  const definition = tetoEgen(language as Language);
  // The stated figures are of the bands as estimated, before caution widens some.
  const careless = { ...definition.careless!, widen: 1 };
  const found = simulateTest(
    { ...definition, careless },
    {
      n: PEOPLE,
      seed: language,
      mode: mode as Mode,
    },
  );
  const near = (figure: Exclude<keyof typeof reference, 'language' | 'mode'>, tolerance: number) =>
    expect(Math.abs(found[figure] - reference[figure]), `${figure}: ${found[figure]}`).toBeLessThan(
      tolerance,
    );
  near('meanItems', 0.7);
  near('reached', bound(reference.reached));
  near('meanSE', 0.008);
  near('rmse', (3 * reference.rmse * SAMPLES) / Math.SQRT2);
  // The SE of a squared correlation is about 2r(1 − r²)/√n; the stated ones have two decimals.
  near('reliability', 6 * Math.sqrt(reference.reliability) * (1 - reference.reliability) * SAMPLES + 0.005);
  for (const figure of ['coverage95', 'typeAccuracy', 'clearShare', 'clearAccuracy'] as const) {
    near(figure, bound(reference[figure]));
  }
  // Of the model's own people about 1 % are refused, 2 % get a result with care.
  expect(found.refused).toBeLessThan(0.01 + bound(0.01));
  expect(found.cautioned).toBeLessThan(0.02 + bound(0.02));
  expect(found.p10).toBeGreaterThanOrEqual(12);
  expect(found.p90).toBeLessThanOrEqual({ quick: 18, default: 24, precise: 36 }[mode]!);
});

test('the same seed gives the same figures, another seed others', () => {
  const definition = tetoEgen('en');
  const run = (seed: string) => simulateTest(definition, { n: 40, seed });
  expect(run('a')).toEqual(run('a'));
  expect(run('a')).not.toEqual(run('b'));
});

test('squared correlation, by hand', () => {
  expect(squaredCorrelation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(squaredCorrelation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.25, 12);
});
