import { expect, type Page } from '@playwright/test';
import { enter, open } from './support/account.ts';
import { ACCOUNT, broken, overPages, PUBLIC, smallTargets } from './support/controls.ts';
import { signUp } from './support/people.ts';
import { TETO, takeAndShare } from './support/result.ts';
import { test } from './support/test.ts';

/** As a browser whose reader has set twice the text: everything in rem doubles, the window does not. */
const twiceTheText = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('font-size', '200%'),
    );
  });

/** Each width once: a project is a screen. */
const narrow = [390, 320] as const;

test.describe('text at 200 %', () => {
  test.use({ reducedMotion: 'reduce' } as object);
  test.skip(({ isMobile }) => !isMobile, 'a phone’s question');

  for (const width of narrow)
    test(`nothing is off the screen, cut off, torn or over another at ${width} px`, async ({
      page,
      request,
    }) => {
      test.setTimeout(180_000);
      const { slug } = await takeAndShare(request, TETO);
      await page.setViewportSize({ width, height: 844 });
      await twiceTheText(page);
      const paths = [...PUBLIC, `/r/${slug}`].flatMap((path) => [path, `/en${path}`]);
      await overPages(page, [...paths, '/api/v1/docs'], (path) => page.goto(path), broken);
      await enter(page, await signUp(page.request));
      await overPages(page, ACCOUNT, (path) => open(page, path).catch(() => {}), broken);
    });

  test('the dial keeps a length that can be read, its word below it', async ({ page }) => {
    await twiceTheText(page);
    await page.goto('/en/test');
    const dial = await page.locator('#dial').boundingBox();
    const word = await page.locator('#certainty-word').boundingBox();
    expect(dial?.width).toBeGreaterThan(150);
    expect(word?.y).toBeGreaterThan(dial?.y ?? 0);
  });
});

test('every target of a finger is 24 px or more on every page, save links in a sentence', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const { slug } = await takeAndShare(request, TETO);
  await overPages(page, [...PUBLIC, `/r/${slug}`], (path) => page.goto(path), smallTargets);
  await page.goto('/api/v1/docs');
  await page.locator('.opblock-summary-control').first().click();
  await expect(page.locator('.opblock-body').first()).toBeVisible();
  expect(await smallTargets(page)).toEqual([]);
});
