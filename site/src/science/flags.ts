import { fill } from '../layouts/fill.ts';
import type { Words } from './data.ts';

const rules: [RegExp, keyof Words['notes']][] = [
  [/^large_sex_DIF/, 'largeDif'],
  [/^(sex_DIF_flag|possible_sex_DIF)/, 'sexDif'],
  [/^a_downweighted/, 'downweighted'],
  [/^location_not_anchored/, 'unanchored'],
  [/^weak_loading/, 'weak'],
  [/^(?:replacement_for|promoted_from_reserve for): (.+?)\.?(?: \(DIF\))?$/, 'replaces'],
  [/^reserve of sensitive/, 'moved'],
  [/^no public item-level data/, 'noData'],
];

/** The bank's flags in words, each once; a flag nobody wrote words for is shown as it is. */
export function notesOf(flags: readonly string[], notes: Words['notes']): string[] {
  const large = flags.some((flag) => flag.startsWith('large_sex_DIF'));
  const said = flags.flatMap((flag) => {
    for (const [pattern, key] of rules) {
      const found = pattern.exec(flag);
      if (!found) continue;
      return key === 'sexDif' && large ? [] : [fill(notes[key], { text: found[1] ?? '' })];
    }
    return [flag];
  });
  return [...new Set(said)];
}

/** Items whose difference between men and women is being watched. */
export const watched = (flags: readonly string[]): boolean => flags.some((flag) => /sex_DIF/.test(flag));
