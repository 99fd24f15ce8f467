import { laplace, personFit } from '../../psychometrics/careless/evidence.ts';
import { logFromLast, logOwnDistribution } from '../../psychometrics/careless/without-reading.ts';
import reference from '../../psychometrics/fixtures/careless_reference.json' with { type: 'json' };
import { readAnswers } from '../../psychometrics/scoring/answers.ts';
import { type Language, tetoEgen } from '../../psychometrics/testing.ts';
import { type Comparison, compare } from './compare.ts';

/** Fit of answers against the independent implementation of tools/golden/reference, and its importance sampling. */
export function carelessFigures(): Comparison[] {
  return (['en', 'ko'] as const).flatMap((language: Language) =>
    compare(`fit of answers, ${language}`, (note) => {
      const definition = tetoEgen(language);
      for (const { responses, result } of reference.cases.filter((one) => one.language === language)) {
        const answers = Object.entries(responses).map(([item, category]) => ({ item, category, ms: 3000 }));
        const raw = answers.map(({ category }) => category);
        const given = readAnswers(definition, answers);
        const { marginal } = laplace(definition, given);
        const fit = personFit(definition, given);
        note('log marginal, model', marginal, result.logModel, 1e-7);
        note('log marginal, own distribution', logOwnDistribution(raw, 5), result.logDirichlet, 1e-10);
        note('log marginal, each from the last', logFromLast(raw, 5), result.logFromLast, 1e-10);
        note('evidence', fit.evidence, result.evidence, 1e-7);
        note('lz', fit.lz, result.lz, 1e-7);
        note('log marginal, sampled', marginal, result.importance.logModel, 0.5);
      }
    }),
  );
}
