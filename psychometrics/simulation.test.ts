import { expect, test } from 'vitest';
import { dot } from './linear.ts';
import { score } from './score.ts';
import { drawPerson, type Language, take, tap, tetoEgen, uniforms } from './testing.ts';
import type { Mode } from './types.ts';

const PEOPLE = 600;
/** Both our figures and the stated ones (of 1,000 people) are samples: bounds are three standard errors of the difference. */
const bound = (p: number) => 3 * Math.sqrt(p * (1 - p) * (1 / PEOPLE + 1 / 1000));

// Language, mode, then as stated with the bank: items, target reached, SE, RMSE, 95 % band covers, right side, clear,
// right if clear.
const STATED: [Language, Mode, ...number[]][] = [
  ['en', 'quick', 13.8, 0.94, 0.393, 0.42, 0.94, 0.878, 0.68, 0.962],
  ['en', 'default', 19.4, 0.84, 0.35, 0.37, 0.934, 0.884, 0.72, 0.975],
  ['en', 'precise', 31.7, 0.67, 0.306, 0.317, 0.946, 0.895, 0.75, 0.972],
  ['ko', 'quick', 16.4, 0.71, 0.451, 0.479, 0.931, 0.848, 0.61, 0.951],
  ['ko', 'default', 23, 0.46, 0.411, 0.431, 0.941, 0.865, 0.63, 0.962],
  ['ko', 'precise', 35.8, 0.09, 0.373, 0.395, 0.932, 0.888, 0.7, 0.966],
];

test.each(STATED)('%s %s: people of the model come out as stated', (language, mode, ...stated) => {
  const definition = tetoEgen(language);
  let items = 0;
  let reached = 0;
  let se = 0;
  let squared = 0;
  let covered = 0;
  let right = 0;
  let clear = 0;
  let rightIfClear = 0;
  let refused = 0;
  for (let n = 0; n < PEOPLE; n++) {
    const random = uniforms(`${language} ${n}`);
    const person = drawPerson(definition, random);
    const truth = dot(definition.weights, person);
    const { answers, states } = take(definition, `${n}`, mode, (item) =>
      tap(definition, item, person, random),
    );
    const { axis, items: used, refusal } = score(definition, answers);
    const same = axis.value > 0 === truth > 0;
    const sure = Math.abs(axis.value) >= axis.se;
    items += used;
    se += axis.se;
    squared += (axis.value - truth) ** 2;
    if (states.at(-1)!.stop === 'se') reached++;
    if (Math.abs(axis.value - truth) < 1.96 * axis.se) covered++;
    if (same) right++;
    if (sure) clear++;
    if (sure && same) rightIfClear++;
    if (refusal === 'acquiescence') refused++;
  }
  const rmse = Math.sqrt(squared / PEOPLE);
  const found = [items / PEOPLE, reached / PEOPLE, se / PEOPLE, rmse, covered / PEOPLE, right / PEOPLE];
  found.push(clear / PEOPLE, rightIfClear / clear);
  const near = (at: number, tolerance: number) =>
    expect(Math.abs(found[at]! - stated[at]!), `column ${at}: ${found[at]}`).toBeLessThan(tolerance);
  near(0, 0.7);
  near(1, bound(stated[1]!));
  near(2, 0.008);
  near(3, 3 * stated[3]! * Math.sqrt(0.5 / PEOPLE + 0.5 / 1000));
  for (const at of [4, 5, 6, 7]) near(at, bound(stated[at]!));
  expect(refused / PEOPLE).toBeLessThan(0.01);
});
