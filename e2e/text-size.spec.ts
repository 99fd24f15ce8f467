import { expect } from '@playwright/test';
import { broken, overPages, PUBLIC, smallTargets, twiceTheText } from './support/controls.ts';
import { TETO, takeAndShare } from './support/result.ts';
import { test } from './support/test.ts';

test.describe('text at 200 %', () => {
  test.use({ reducedMotion: 'reduce' } as object);
  test.skip(({ isMobile }) => !isMobile, 'a phone’s question');

  const both = PUBLIC.flatMap((path) => [path, `/en${path}`]);
  const screens = { 390: PUBLIC, 320: both };
  for (const [width, pages] of Object.entries(screens))
    test(`nothing is off the screen, cut off, torn or over another at ${width} px`, async ({
      page,
      request,
    }) => {
      test.setTimeout(120_000);
      const { slug } = await takeAndShare(request, TETO);
      await page.setViewportSize({ width: Number(width), height: 844 });
      await twiceTheText(page);
      await overPages(page, [...pages, `/r/${slug}`], (path) => page.goto(path), broken);
      await page.goto('/api/v1/docs');
      await expect(page.locator('.opblock').first()).toBeVisible();
      expect(await broken(page), 'the API reference').toEqual([]);
      await page.locator('.opblock-summary-control').first().click();
      await expect(page.locator('.responses-table').first()).toBeVisible();
      expect(await broken(page), 'an open operation').toEqual([]);
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
