import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Bank } from '../../instruments/load.ts';
import { publishVersion } from '../assessments/publish.ts';
import { loadPublished } from '../assessments/published.ts';
import { backgroundContext, type Ctx } from '../context.ts';
import type { OwnProfile } from '../contract/profiles.ts';
import type { CalibrationReport, ParameterTable, Science } from '../contract/science.ts';
import worker from '../index.ts';
import { percentilesOf } from '../profiles/percentiles.ts';
import { call } from '../testing/api.ts';
import { begin, take } from '../testing/take.ts';
import { runCalibration } from './run.ts';
import { plantAnswers, plantResults } from './testing.ts';

const published = (language: string, version = 1) => loadPublished(env, 'teto-egen', version, language);
const ctxAt = (now = Date.now()): Ctx => ({ ...backgroundContext(env, createExecutionContext()), now });
const PATH = '/api/v1/assessments/teto-egen';
const science = async (language: string) =>
  (await call('GET', `${PATH}/science?language=${language}`)).json<Science>();
const rows = async (query: string) => (await env.DB.prepare(query).all()).results;

test('before anybody has taken the test it says so', async () => {
  expect(await science('en')).toMatchObject({
    ...{ status: 'collecting', completions: 0, needed: 1000, lengths: [], types: [], report: null },
  });
  expect((await call('GET', `${PATH}/science?language=fr`)).status).toBe(404);
});

test('one completion short of a thousand nothing is estimated or proposed', async () => {
  const { definition } = await published('ko');
  await plantAnswers(env, definition, { people: 999, language: 'ko', seed: 'few' });
  await worker.scheduled({} as ScheduledController, env, createExecutionContext());
  const [row] = await rows("SELECT * FROM calibration_reports WHERE language = 'ko'");
  expect(row).toMatchObject({ status: 'collecting', completions: 999, proposed_version: null });
  const { report } = await science('ko');
  expect(report).toMatchObject({ status: 'collecting', completions: 999, items: [], dif: null });
  expect(await rows("SELECT * FROM assessment_versions WHERE status = 'draft'")).toEqual([]);
  // The same people again are no reason for another report; forced, it replaces the one that only counted.
  expect(await runCalibration(ctxAt())).toEqual([]);
  await runCalibration(ctxAt(), { force: true });
  expect(await rows("SELECT * FROM calibration_reports WHERE language = 'ko'")).toHaveLength(1);
  expect((await env.FILES.list({ prefix: 'lake/reports/teto-egen/ko/' })).objects).toHaveLength(1);
});

// Thousands of simulated people are estimated from: slow beside other work on the same machine.
const SLOW = { timeout: 120_000 };

test('from a thousand on the items are estimated, and what was planted is found', SLOW, async () => {
  const { definition, bank } = await published('en');
  await plantAnswers(env, definition, {
    ...{ people: 2500, language: 'en', seed: 'many', careless: 40 },
    harder: { lead02: 0.8 },
    harderForWomen: { warm03: 0.9 },
  });
  const [report] = (await runCalibration(ctxAt())) as [CalibrationReport];
  expect(report).toMatchObject({
    ...{ language: 'en', status: 'calibrated', completions: 2500, used: 2460, careless: { too_fast: 40 } },
    ...{ from: '2026-11-01', to: '2026-11-03', proposedVersion: 2 },
  });
  expect(report.facets.every(({ converged }) => converged)).toBe(true);
  for (const { link } of report.facets) {
    expect(Math.abs((link?.slope ?? 0) - 1)).toBeLessThan(0.12);
    expect(Math.abs(link?.shift ?? 1)).toBeLessThan(0.12);
  }
  const of = (id: string) => report.items.find(({ item }) => item === id);
  expect(of('lead02')).toMatchObject({ anchor: false });
  expect(Math.abs((of('lead02')?.change?.b ?? 0) - 0.8)).toBeLessThan(0.15);
  const scored = report.items.filter(
    ({ role, item, anchor }) => role === 'scored' && item !== 'lead02' && anchor,
  );
  expect(scored.length).toBeGreaterThan(44);
  const off = scored.map(({ change, fresh }) => Math.abs(change?.a ?? 9) / (fresh?.seA ?? 1));
  expect(off.filter((z) => z < 2.5).length / off.length).toBeGreaterThan(0.9);
  expect(report.items.every(({ fit }) => !fit || fit.rmsd < 0.05)).toBe(true);

  const { dif: gender, difByLanguage } = report;
  expect(difByLanguage).toBeNull();
  const dif = gender?.items ?? [];
  expect(gender).toMatchObject({
    by: 'displayGender',
    reference: { group: 'male' },
    focal: { group: 'female' },
  });
  expect(dif.filter((item) => item.class !== 'A').map(({ item }) => item)).toEqual(['warm03']);
  expect(dif.find(({ item }) => item === 'warm03')?.smd).toBeLessThan(0);
  report.sigma?.values.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(Math.abs(value - (bank.sigma[i]?.[j] ?? 9))).toBeLessThan(0.12);
    });
  });
  expect(report.dependence).toEqual([]);
});

test('the proposal is a draft nobody is served until it is published; old results keep their version', async () => {
  const before = await take(undefined, { language: 'en' });
  const draft = `${PATH}/questions?language=en&version=2`;
  expect((await call('GET', draft)).status).toBe(404);
  expect((await begin({ language: 'en' })).version).toBe(1);
  const [stored] = await rows("SELECT bank FROM assessment_versions WHERE status = 'draft'");
  const bank = JSON.parse(String(stored?.bank)) as Bank;
  expect(bank).toMatchObject({ assessment: 'teto-egen', version: 2 });
  expect(Object.keys(bank.calibrated ?? {})).toEqual(['en']);

  await publishVersion(ctxAt(), { assessment: 'teto-egen', version: 2 });
  const { definition } = await published('en', 2);
  const lead = definition.items.find(({ id }) => id === 'lead02');
  expect(lead).toMatchObject({ a: bank.calibrated?.en?.lead02?.a, b: bank.calibrated?.en?.lead02?.b });
  // Korean has no data of its own yet: nothing changes for it.
  expect((await published('ko', 2)).definition.items).toEqual((await published('ko')).definition.items);
  const own = await call('GET', `/api/v1/profiles/${before.profile.id}`, { secret: before.session.secret });
  expect(await own.json<OwnProfile>()).toMatchObject({ version: 1, score: before.score });
  await expect(publishVersion(ctxAt(), { assessment: 'teto-egen', version: 9 })).rejects.toThrow(
    'version_not',
  );

  const table = await (await call('GET', `${PATH}/parameters?language=en&version=2`)).json<ParameterTable>();
  const row = table.items.find(({ item }) => item === 'lead02');
  expect(row).toMatchObject({ ...bank.calibrated?.en?.lead02, n: expect.any(String), slopeRatio: 1 });
});

test('answers of an older version count on where the wording is the same', SLOW, async () => {
  // A night later: the English answers were all given to version 1, which is not the current one any more.
  const [english] = (await runCalibration(ctxAt(Date.now() + 8 * 86_400_000))).filter(
    ({ language }) => language === 'en',
  );
  expect(english).toMatchObject({ version: 2, proposedVersion: 3 });
  expect(english?.completions).toBeGreaterThanOrEqual(2500);
  expect(english?.items.find(({ item }) => item === 'lead02')?.change?.drift).toBeLessThan(0.02);
});

test('percentiles come from the people here once there are a thousand in that language, labelled either way', async () => {
  const { definition } = await published('ko');
  await plantResults(env, definition, { people: 999, language: 'ko', mean: 1, sd: 0.5 });
  const someone = await take(undefined, { language: 'ko' });
  const own = async () =>
    (
      await call('GET', `/api/v1/profiles/${someone.profile.id}`, { secret: someone.session.secret })
    ).json<OwnProfile>();
  expect((await own()).percentiles).toMatchObject({ basis: 'model', n: null });
  await runCalibration(ctxAt());
  const kept = await env.PUBLISHED.get<{ n: number }>('percentiles:teto-egen:ko', 'json');
  expect(kept?.n).toBe(1000);
  expect(await rows('SELECT language FROM percentile_tables')).toEqual([{ language: 'ko' }]);

  const at = (value: number) =>
    percentilesOf(
      env,
      {
        ...{ assessmentId: 'teto-egen', language: 'ko' },
        score: { ...someone.score, axis: { value, se: 0.3, pTeto: 0.9 } },
      },
      Date.now() + 3_600_000,
    );
  const middle = await at(1);
  expect(middle).toMatchObject({ basis: 'local', n: 1000 });
  expect(Math.abs(middle.axis - 50)).toBeLessThan(4);
  expect((await at(0)).axis).toBeLessThan(6);
  const { low, high } = middle.ranges.axis;
  expect(low).toBeLessThan(middle.axis - 20);
  expect(high).toBeGreaterThan(middle.axis + 20);
  // Of counted people too, nobody is told to stand below or above everyone.
  const [lowest, highest] = [await at(-9), await at(9)];
  expect([lowest.axis, lowest.ranges.axis.low, highest.axis, highest.ranges.axis.high]).toEqual([
    1, 1, 99, 99,
  ]);
});

test('an item that means something else in the other language is seen', SLOW, async () => {
  const { definition } = await published('en');
  await plantAnswers(env, definition, {
    people: 1200,
    language: 'ko',
    seed: 'translated',
    harder: { thrill02: 1 },
  });
  const [korean] = (await runCalibration(ctxAt())).filter(({ language }) => language === 'ko');
  const table = korean?.difByLanguage;
  expect(table).toMatchObject({ reference: { group: 'en' }, focal: { group: 'ko' } });
  const found = table?.items.filter((item) => item.class !== 'A').map(({ item }) => item);
  expect(found).toContain('thrill02');
  // lead02 was planted harder in English alone.
  expect(found?.every((item) => ['thrill02', 'lead02', 'warm03'].includes(item))).toBe(true);
});

test('the parameters are there as JSON and as CSV, in the language’s own slopes', async () => {
  const { items } = await (await call('GET', `${PATH}/parameters?version=1`)).json<ParameterTable>();
  expect(items[0]).toMatchObject({ item: 'lead01', a: 2.998, seA: 0.326, slopeRatio: 0.58, n: '240+1614' });
  expect(items[0]?.aUsed).toBeCloseTo(2.998 * 0.58, 9);
  const csv = await call('GET', `${PATH}/parameters?version=1&format=csv`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head, first, ...rest] = (await csv.text()).trimEnd().split('\r\n');
  expect(head).toMatch(/^item,facet,key,role,a,seA,b1,b2,b3,b4,seB1,/);
  expect(first).toMatch(/^lead01,lead,\+,scored,2\.998,0\.326,-1\.817,-1\.025,/);
  expect(rest).toHaveLength(items.length - 1);
});
