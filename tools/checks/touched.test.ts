import { expect, test } from 'vitest';
import { allSpecs, specsTouched } from './touched.ts';

const ALL = ['axe', 'journey', 'result', 'science', 'signin'];

test('a change is looked at where it shows', () => {
  expect(specsTouched(['site/src/result/Bands.astro'], ALL)).toEqual(['axe', 'result']);
  expect(specsTouched(['site/src/pages/[...language]/science.astro'], ALL)).toEqual(['science']);
  expect(specsTouched(['e2e/journey.spec.ts', 'workers/auth/login.ts'], ALL)).toEqual(['journey', 'signin']);
});

test('what shows everywhere, or nobody placed, is looked at by every spec', () => {
  for (const path of ['site/src/styles/base.css', 'workers/app.ts', 'e2e/support/axe.ts', 'wrangler.toml'])
    expect(specsTouched([path], ALL), path).toEqual(ALL);
});

test('what no browser shows needs none', () => {
  for (const path of ['README.md', 'docs/data.md', 'workers/auth/passwords.test.ts', 'tools/check.ts'])
    expect(specsTouched([path], ALL), path).toEqual([]);
});

test('every spec named by an area is there', () => {
  const all = allSpecs();
  const areas = ['site/src/account/in/x.ts', 'site/src/account/x.ts', 'site/src/science/x.ts'];
  const more = ['result', 'mine', 'test', 'reference'].map((name) => `site/src/${name}/x.ts`);
  const named = specsTouched(
    [...areas, ...more, 'workers/calibration/x.ts', 'workers/profiles/x.ts'],
    [...all],
  );
  expect(all).toEqual(expect.arrayContaining(named));
  expect(named.length).toBeGreaterThan(20);
});
