import { toDefinition } from '../../instruments/load.ts';
import { progress } from '../../psychometrics/adaptive/progress.ts';
import type { Mode } from '../../psychometrics/types.ts';
import { readBundles } from '../../tools/seed.ts';
import type { AnswerEntry } from '../../workers/contract/sessions.ts';

/** What a taker with this seed answers, made before anything is measured. */
export interface Plan {
  seed: string;
  language: string;
  mode: Mode;
  answers: AnswerEntry[];
}

/** Plans of so many takers: Korean and English by turns, each with a seed and a manner of tapping of its own. */
export function plans(count: number, mode: Mode = 'default'): Plan[] {
  const [bundle] = readBundles();
  if (!bundle) throw new Error('no instrument');
  const languages = ['ko', 'en'].map((language) => ({
    language,
    definition: toDefinition(JSON.parse(bundle.bank), language),
  }));
  return Array.from({ length: count }, (_, index) => {
    const { language, definition } = languages[index % 2] as (typeof languages)[number];
    const seed = (index + 1).toString(16).padStart(32, '5eed');
    const answers: AnswerEntry[] = [];
    for (;;) {
      const { next } = progress(definition, { seed, mode, answers });
      if (!next) return { seed, language, mode, answers };
      const seq = answers.length + 1;
      const category = (index * 7 + seq * seq * 3) % 5;
      answers.push({ seq, item: next, category, ms: 1500 + ((index * 31 + seq * 17) % 3000) });
    }
  });
}
