import { certaintyOf } from '../../../instruments/certainty.ts';
import copyEn from '../../../instruments/teto-egen/v1/copy.en.json' with { type: 'json' };
import copyKo from '../../../instruments/teto-egen/v1/copy.ko.json' with { type: 'json' };
import { typeKey } from '../../../instruments/type-key.ts';
import { normalCdf } from '../../../psychometrics/numerics/normal.ts';
import { type Placed, placed } from '../../../psychometrics/percentiles/standing.ts';
import { facetLevel } from '../../../psychometrics/scoring/levels.ts';
import { sampleCards } from '../card/testing.ts';
import type { PdfInput } from './input.ts';

/** Twelve varied results with the real copy, six people in two languages, for the tests. */
export function samplePdfs(): { name: string; input: PdfInput }[] {
  return sampleCards('og').map(({ name, input: { language, nickname, score } }) => {
    const copy = language === 'ko' ? copyKo : copyEn;
    const key = typeKey(score);
    const type = copy.types[key];
    const sum = score.facets.reduce((total, facet, i) => total + (i % 2 ? facet.value : 0), 0);
    const [axis, teto, egen] = [score.axis, score.poles.teto, score.poles.egen].map((one) =>
      placed(normalCdf, one),
    ) as [Placed, Placed, Placed];
    const facets = score.facets.map((one) => placed(normalCdf, one));
    const input: PdfInput = {
      language,
      site: language === 'ko' ? '테토·에겐' : 'Teto–Egen',
      url: 'teto-egen.pages.dev/r/7Qm2',
      createdAt: Date.UTC(2026, 10, 22),
      version: 1,
      nickname,
      word: type.word.none,
      tagline: type.tagline,
      summary: type.summary,
      score,
      percentiles: {
        basis: sum > 3 ? 'local' : 'model',
        n: sum > 3 ? 4210 : null,
        axis: axis.at,
        teto: teto.at,
        egen: egen.at,
        facets: facets.map(({ at }) => at),
        ranges: { axis, teto, egen, facets },
      },
      poles: { teto: copy.types.teto.word.none, egen: copy.types.egen.word.none },
      facets: score.facets.map((facet) => {
        const words = copy.facets[facet.id as keyof typeof copy.facets];
        return { name: words.name, what: words.what, ...words[facetLevel(facet)] };
      }),
      axis: copy.axis,
      certainty: certaintyOf(score, copy),
      provisional: sum <= 3,
      closeCall: copy.axis.closeCall,
      portrait: 'growth' in type ? type : null,
      refusal: score.refusal ? copy.refusals[score.refusal] : null,
      disclaimer: copy.disclaimer,
    };
    return { name, input };
  });
}
