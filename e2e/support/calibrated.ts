import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../psychometrics/types.ts';
import { withLocalPlatform, workerModule } from '../../tools/lib/platform.ts';

interface Statement {
  bind(...values: unknown[]): Statement;
}
/** Of the Worker's context, what planting needs; its own types are not known to the browser tests. */
interface Ctx {
  env: { DB: { prepare(sql: string): Statement; batch(all: Statement[]): Promise<unknown> } };
}

interface Planting {
  plantAnswers(env: object, definition: Definition, plan: object): Promise<void>;
  plantResults(env: object, definition: Definition, plan: object): Promise<void>;
}
interface Published {
  loadPublished(
    env: object,
    id: string,
    version: number,
    language: string,
  ): Promise<{ definition: Definition }>;
}
interface Run {
  runCalibration(ctx: object, options: object): Promise<{ status: string; proposedVersion: number | null }[]>;
}
interface Publish {
  publishVersion(ctx: object, which: { assessment: string; version: number }): Promise<void>;
}

const ASSESSMENT = 'teto-egen';
/** In thousands of people, what they planted: English first, as Korean is compared with it. */
export const PLANTED = {
  en: { people: 1400, careless: 25, harderForWomen: { warm03: 1 } },
  ko: { people: 1200, careless: 12, harder: { thrill02: 1.2 } },
} as const;
/** How many people the default length took so many questions. */
const LENGTHS = [
  [14, 160],
  [18, 420],
  [24, 620],
] as const;

/** As many people of the model as a calibration needs, in both languages, then the nightly work as it is. */
export const calibrate = (persistTo: string): Promise<void> =>
  withLocalPlatform(persistTo, async (found) => {
    const ctx = found as Ctx;
    const { plantAnswers, plantResults } = await workerModule<Planting>('workers/calibration/testing.ts');
    const { loadPublished } = await workerModule<Published>('workers/assessments/published.ts');
    const { runCalibration } = await workerModule<Run>('workers/calibration/run.ts');
    const insert = ctx.env.DB.prepare('INSERT INTO rollups VALUES (?, ?, ?, ?)');
    const count = (metric: string, dimension: string, n: number) =>
      insert.bind('2026-11-01', metric, `${ASSESSMENT}:${dimension}`, n);
    for (const language of ['en', 'ko'] as const) {
      const { definition } = await loadPublished(ctx.env, ASSESSMENT, 1, language);
      await plantAnswers(ctx.env, definition, { ...PLANTED[language], language, seed: `seen ${language}` });
      await plantResults(ctx.env, definition, { people: 1100, language, mean: 0.1, sd: 0.9 });
      await ctx.env.DB.batch([
        ...LENGTHS.map(([items, n]) => count('assessment.length', `${language}:default:${items}`, n)),
        count('assessment.completed', `${language}:teto`, 700),
        count('assessment.completed', `${language}:balanced`, PLANTED[language].people - 700),
      ]);
    }
    const reports = await runCalibration(ctx, { force: true });
    if (reports.length !== 2 || reports.some(({ status }) => status !== 'calibrated')) {
      throw new Error(`not calibrated: ${JSON.stringify(reports.map(({ status }) => status))}`);
    }
  });

/** The editor's act; what the edge keeps for five minutes is forgotten at once. */
export function publish(persistTo: string, version: number): Promise<void> {
  rmSync(join(persistTo, 'v3', 'cache'), { recursive: true, force: true });
  return withLocalPlatform(persistTo, async (ctx) => {
    const { publishVersion } = await workerModule<Publish>('workers/assessments/publish.ts');
    await publishVersion(ctx, { assessment: ASSESSMENT, version });
  });
}
