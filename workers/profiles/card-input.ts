import { certaintyOf } from '../../instruments/certainty.ts';
import { typeKey } from '../../instruments/type-key.ts';
import type { Published } from '../assessments/published.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import type { CardFormat, CardInput } from './card/index.ts';

interface Parts {
  row: ProfileRow;
  published: Published;
  format: CardFormat;
  language: 'ko' | 'en';
  origin: string;
}

/** Everything a card shows, put together from the result and the published copy. */
export function cardInput({ row, published, format, language, origin }: Parts): CardInput {
  const { copy, items } = published;
  const name = typeKey(row.score);
  const type = copy.types[name];
  return {
    format,
    language,
    word: type.word[row.displayGender],
    tagline: copy.card[name][0] ?? type.tagline,
    nickname: row.nickname,
    score: row.score,
    labels: {
      seals: certaintyOf(row.score, copy).map(({ label }) => label),
      teto: copy.types.teto.word.none,
      egen: copy.types.egen.word.none,
      facets: row.score.facets.map(({ id }) => copy.facets[id]?.name ?? id),
      site: items.name,
      url: new URL(origin).host,
      footer: copy.disclaimer,
    },
  };
}
