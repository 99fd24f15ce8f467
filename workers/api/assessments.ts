import { Hono } from 'hono';
import { readTally } from '../../durable/tally/client.ts';
import { describeAssessment, listAssessments } from '../assessments/list.ts';
import { parametersCsv, readParameters } from '../assessments/parameters.ts';
import { readQuestions } from '../assessments/questions.ts';
import { tallyView } from '../assessments/tally.ts';
import { readScience } from '../calibration/science.ts';
import type { AppEnv } from '../context.ts';
import {
  Assessment,
  AssessmentList,
  ByAssessment,
  Questions,
  QuestionsQuery,
  TallyView,
} from '../contract/assessments.ts';
import { ParametersQuery, ParameterTable, Science, ScienceQuery } from '../contract/science.ts';
import { fromEdge, keepAtEdge } from '../lib/edge-cache.ts';
import { valid } from '../lib/validate.ts';
import { operation } from './operation.ts';

const tag = 'assessments';
const SHORT = 'public, max-age=60';
const LIVE = 'public, max-age=15';
const NIGHTLY = 'public, max-age=300';

export const assessments = new Hono<AppEnv>()
  .get(
    '/',
    operation({ id: 'listAssessments', tag, summary: 'The published assessments.', answer: AssessmentList }),
    async (c) =>
      c.json({ items: await listAssessments(c.var.ctx), nextCursor: null }, 200, { 'cache-control': SHORT }),
  )
  .get(
    '/:id',
    operation({
      id: 'getAssessment',
      tag,
      summary: 'One assessment: languages and number of questions.',
      answer: Assessment,
      problems: ['assessment_not_found'],
    }),
    valid('param', ByAssessment),
    async (c) =>
      c.json(await describeAssessment(c.var.ctx, c.req.valid('param').id), 200, { 'cache-control': SHORT }),
  )
  .get(
    '/:id/questions',
    operation({
      id: 'getQuestions',
      tag,
      summary: 'The items of a published version in one language, with their parameters.',
      answer: Questions,
      problems: ['assessment_not_found', 'version_not_found'],
    }),
    valid('param', ByAssessment),
    valid('query', QuestionsQuery),
    async (c) => {
      const which = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await readQuestions(c.var.ctx, which), 200, { 'cache-control': SHORT });
    },
  )
  .get(
    '/:id/tally',
    operation({
      id: 'getTally',
      tag,
      summary: 'Completed tests so far. Types under 50 are not shown.',
      answer: TallyView,
      problems: ['assessment_not_found'],
    }),
    valid('param', ByAssessment),
    async (c) => {
      const { id } = await describeAssessment(c.var.ctx, c.req.valid('param').id);
      return c.json(tallyView(await readTally(c.env, id)), 200, { 'cache-control': LIVE });
    },
  )
  .get(
    '/:id/science',
    operation({
      id: 'getScience',
      tag,
      summary:
        'How well it measures, from running data: lengths, types, the latest calibration or "collecting".',
      answer: Science,
      problems: ['assessment_not_found', 'version_not_found'],
    }),
    valid('param', ByAssessment),
    valid('query', ScienceQuery),
    async (c) => {
      const { id } = c.req.valid('param');
      const { language } = c.req.valid('query');
      const url = `${c.var.ctx.origin}/api/v1/assessments/${id}/science?language=${language}`;
      const kept = await fromEdge(url);
      if (kept) return new Response(kept.body, kept);
      const response = c.json(await readScience(c.var.ctx, { id, language }), 200, {
        'cache-control': NIGHTLY,
      });
      keepAtEdge(c.var.ctx, url, response, async () => true);
      return response;
    },
  )
  .get(
    '/:id/parameters',
    operation({
      id: 'getParameters',
      tag,
      summary: 'Item parameters with standard errors, N, source and date; as CSV by `format=csv`.',
      answer: ParameterTable,
      file: 'text/csv',
      problems: ['assessment_not_found', 'version_not_found'],
    }),
    valid('param', ByAssessment),
    valid('query', ParametersQuery),
    async (c) => {
      const { format, ...which } = c.req.valid('query');
      const table = await readParameters(c.var.ctx, { ...c.req.valid('param'), ...which });
      if (format === 'json') return c.json(table, 200, { 'cache-control': NIGHTLY });
      return c.body(parametersCsv(table), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${table.assessment}-v${table.version}-${table.language}.csv"`,
        'cache-control': NIGHTLY,
      });
    },
  );
