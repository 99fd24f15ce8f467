import { certaintyOf } from '../../instruments/certainty.ts';
import { typeKey } from '../../instruments/type-key.ts';
import { isProvisional } from '../../psychometrics/percentiles/standing.ts';
import { facetLevel } from '../../psychometrics/scoring/levels.ts';
import type { Published } from '../assessments/published.ts';
import type { Percentiles } from '../contract/score.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import type { PdfFacet, PdfInput } from './pdf/input.ts';

/** Everything a printed result says, put together from the result and the published copy. */
export function pdfInput(
  row: ProfileRow,
  percentiles: Percentiles,
  { bank, copy, items, language }: Published,
  origin: string,
): PdfInput {
  const { score } = row;
  const type = copy.types[typeKey(score)];
  const host = new URL(origin).host;
  return {
    language: language === 'en' ? 'en' : 'ko',
    site: items.name,
    url: row.slug ? `${host}/r/${row.slug}` : host,
    createdAt: row.createdAt,
    version: row.version,
    nickname: row.nickname,
    word: type.word[row.displayGender],
    tagline: type.tagline,
    summary: type.summary,
    score,
    percentiles,
    poles: { teto: copy.types.teto.word.none, egen: copy.types.egen.word.none },
    facets: score.facets.map((facet): PdfFacet => {
      const words = copy.facets[facet.id];
      return {
        name: words?.name ?? facet.id,
        what: words?.what ?? '',
        ...(words?.[facetLevel(facet)] ?? { label: '', text: '' }),
      };
    }),
    axis: copy.axis,
    certainty: certaintyOf(score, copy),
    provisional: isProvisional(percentiles.basis, Boolean(bank.calibrated?.[row.language])),
    closeCall: copy.axis.closeCall,
    portrait: 'growth' in type ? type : null,
    refusal: score.refusal ? copy.refusals[score.refusal] : null,
    disclaimer: copy.disclaimer,
  };
}
