import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Science } from '../contract/science.ts';
import { call } from '../testing/api.ts';

const count = (day: string, metric: string, dimension: string, n: number) =>
  env.DB.prepare('INSERT INTO rollups VALUES (?, ?, ?, ?)').bind(day, metric, dimension, n);

test('lengths and types are summed over days, for one language, and no small group shows', async () => {
  await env.DB.batch([
    count('2026-11-01', 'assessment.completed', 'teto-egen:en:teto', 40),
    count('2026-11-02', 'assessment.completed', 'teto-egen:en:teto', 20),
    count('2026-11-02', 'assessment.completed', 'teto-egen:en:egen', 49),
    count('2026-11-02', 'assessment.completed', 'teto-egen:ko:teto', 500),
    count('2026-11-02', 'assessment.completed', 'teto-egen-two:en:teto', 500),
    count('2026-11-01', 'assessment.length', 'teto-egen:en:default:9', 10),
    count('2026-11-02', 'assessment.length', 'teto-egen:en:default:18', 60),
    count('2026-11-01', 'assessment.length', 'teto-egen:en:default:24', 25),
    count('2026-11-02', 'assessment.length', 'teto-egen:en:default:24', 5),
    count('2026-11-02', 'assessment.length', 'teto-egen:en:quick:12', 49),
    count('2026-11-02', 'assessment.abandoned', 'teto-egen:en:9', 70),
    count('2026-11-01', 'assessment.fit', 'teto-egen:en:fits', 60),
    count('2026-11-02', 'assessment.fit', 'teto-egen:en:fits', 30),
    count('2026-11-02', 'assessment.fit', 'teto-egen:en:cautious', 4),
    count('2026-11-02', 'assessment.fit', 'teto-egen:en:careless', 5),
    count('2026-11-02', 'assessment.fit', 'teto-egen:en:too_fast', 1),
    count('2026-11-02', 'assessment.fit', 'teto-egen:ko:careless', 49),
  ]);
  const answer = await call('GET', '/api/v1/assessments/teto-egen/science?language=en');
  const science = await answer.json<Science>();
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  expect(science).toMatchObject({ status: 'collecting', completions: 109, report: null });
  expect(science.fit).toEqual({ n: 100, careless: 0.05, refused: 0.06, cautious: 0.04 });
  const few = await call('GET', '/api/v1/assessments/teto-egen/science?language=ko');
  expect((await few.json<Science>()).fit).toBeNull();
  expect(science.types).toEqual([{ type: 'teto', count: 60, share: 60 / 109 }]);
  expect(science.lengths).toEqual([
    {
      ...{ mode: 'default', n: 100, mean: (90 + 1080 + 720) / 100, p10: 9, p90: 24 },
      counts: [
        { items: 9, count: 10 },
        { items: 18, count: 60 },
        { items: 24, count: 30 },
      ],
    },
  ]);
});
