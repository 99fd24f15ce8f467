import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { currentVersion, loadPublished } from './published.ts';

const withKv = (get: () => Promise<unknown>): Env =>
  ({ ...env, PUBLISHED: { get, put: async () => undefined } }) as unknown as Env;

test('a request cut off while it reads a version holds up nobody after it', async () => {
  void loadPublished(
    withKv(() => new Promise(() => undefined)),
    'teto-egen',
    1,
    'ko',
  );
  const { language } = await loadPublished(
    withKv(async () => null),
    'teto-egen',
    1,
    'ko',
  );
  expect(language).toBe('ko');
});

test('sessions and results of a retired version go on; a draft is nobody’s', async () => {
  const status = (value: string) =>
    env.DB.prepare('UPDATE assessment_versions SET status = ? WHERE version = 1').bind(value).run();
  const fresh = withKv(async () => null);
  await status('draft');
  await expect(loadPublished(fresh, 'teto-egen', 1, 'en')).rejects.toThrow('version_not_found');
  await status('retired');
  expect((await loadPublished(fresh, 'teto-egen', 1, 'en')).version).toBe(1);
  await status('published');
  expect(await currentVersion(env, 'teto-egen', Date.now())).toBe(1);
});
