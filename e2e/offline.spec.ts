import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { answerUntil, kept, numberOf, ownClock, question } from './support/taking.ts';
import { test } from './support/test.ts';

test('offline from question 5 to the end, with a refresh in the tunnel; saved once online', async ({
  page,
  context,
}) => {
  await ownClock(page);
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await answerUntil(page, 5);
  await context.setOffline(true);
  await answerUntil(page, 9);
  const at = await question(page);
  await page.reload();
  await expect(page.locator('#question')).toHaveText(at);
  expect(await numberOf(page)).toBe(9);
  await answerUntil(page);
  await page.locator('#ask [data-gender=none]').last().click();
  await expect(page.locator('#reveal-word')).not.toHaveText('…');
  await expect(page.locator('#reveal-state')).toContainText('아직 저장 전');
  await expectAccessible(page);
  const total = (await kept(page))?.log.length ?? 0;
  expect(total).toBeGreaterThanOrEqual(13);

  await context.setOffline(false);
  // Each step of the clock is a retry; one that is on its way when the clock jumps is given up as too slow.
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await page.waitForURL(/\/r\/\w{22}$/, { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.locator('h1')).toBeVisible();
  expect(await kept(page)).toBeUndefined();
});

test('a closed tab after the last answer, still offline, keeps the result until it is saved', async ({
  page,
  context,
}) => {
  await ownClock(page);
  await page.goto('/en/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await answerUntil(page);
  await page.locator('#ask [data-gender=none]').last().click();
  await expect(page.locator('#reveal')).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/en/test');
  await next.waitForURL(/\/en\/r\/\w{22}$/, { timeout: 30_000 });
});

test('pages that need a connection say so and offer the test', async ({ page, context }) => {
  await page.goto('/en/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto('/en/r/1111111111111111111111').catch(() => {});
  await expect(page.getByRole('heading', { name: 'You are in a tunnel' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Take the test offline' }).click();
  await expect(page.locator('#question')).toBeVisible();
});

test('the manifest makes the test installable in both languages', async ({ request }) => {
  for (const [path, start] of [
    ['/manifest.webmanifest', '/test'],
    ['/en/manifest.webmanifest', '/en/test'],
  ] as const) {
    const manifest = (await (await request.get(path)).json()) as {
      start_url: string;
      icons: { src: string; sizes: string }[];
    };
    expect(manifest.start_url).toBe(start);
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
  }
});
