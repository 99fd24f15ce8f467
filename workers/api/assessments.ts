import { Hono } from 'hono';
import { readTally } from '../../durable/tally/client.ts';
import { describeAssessment, listAssessments } from '../assessments/list.ts';
import { readQuestions } from '../assessments/questions.ts';
import { tallyView } from '../assessments/tally.ts';
import type { AppEnv } from '../context.ts';
import {
  Assessment,
  AssessmentList,
  ByAssessment,
  Questions,
  QuestionsQuery,
  TallyView,
} from '../contract/assessments.ts';
import { operation } from '../lib/operation.ts';
import { valid } from '../lib/validate.ts';

const tag = 'assessments';
const SHORT = 'public, max-age=60';
const LIVE = 'public, max-age=15';

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
  );
