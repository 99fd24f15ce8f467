import type { Ctx } from '../context.ts';
import { Problem } from '../lib/problem.ts';

const YEARS = 14;
const OLDEST = 120;
const SEOUL_MS = 9 * 3_600_000;

/**
 * Refuses who is younger than 14 on today's date in Seoul (`under_age`), and a date nobody alive was born on. The date is
 * read and forgotten. Born on 29 February, one turns 14 on 1 March of a common year (Civil Act of Korea, article 160).
 */
export function requireAge({ now }: Pick<Ctx, 'now'>, birthDate: string): void {
  const today = new Date(now + SEOUL_MS).toISOString().slice(0, 10);
  if (birthDate > today || yearsAfter(birthDate, OLDEST + 1) <= today) {
    throw new Problem('invalid_field', { field: 'birthDate' });
  }
  if (yearsAfter(birthDate, YEARS) > today) throw new Problem('under_age', { field: 'birthDate' });
}

/** Dates of the form YYYY-MM-DD compare as text; 29 February of a common year stands before 1 March. */
const yearsAfter = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
