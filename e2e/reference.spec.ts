import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

test.use({ reducedMotion: 'reduce' } as object);

/** Light on a phone, dark on a desktop: neither depends on the other. */
test('the API reference has no findings: closed, open, being tried, asking for a token', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(120_000);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  await page.emulateMedia({ colorScheme: isMobile ? 'light' : 'dark' });
  await page.goto('/api/v1/docs');
  const operations = page.locator('.opblock');
  await expect(operations.first()).toBeVisible();
  await expectAccessible(page);

  // One that only reads, and one that is sent a body.
  for (const one of [operations.first(), page.locator('.opblock-post').first()]) {
    await one.locator('.opblock-summary-control').click();
    await expect(one.locator('.responses-table')).toBeVisible();
    await one.locator('.try-out__btn').click();
  }
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

  const ask = page.locator('.auth-wrapper .authorize').first();
  await ask.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').locator('input').first()).toBeFocused();
  await expectAccessible(page);
  for (let i = 0; i < 8; i++) await page.keyboard.press('Tab');
  const escaped = await page.evaluate(
    () => document.activeElement?.closest('.opblock, header, main > p') ?? null,
  );
  expect(escaped, 'the focus stays in the dialogue').toBeNull();
  await page.keyboard.press('Escape');
  await expect(ask).toBeFocused();
  expect(refused).toEqual([]);
});

test('the API reference is of this site: its head, its theme, its operations by address', async ({
  page,
}) => {
  await page.goto('/api/v1/docs#/profiles/getProfile');
  await expect(page.locator('#operations-profiles-getProfile .opblock-body')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Teto–Egen' })).toHaveAttribute(
    'href',
    '/en/',
  );
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Dark mode' }).click();
  expect(await paper()).not.toBe(light);
  await page.reload();
  expect(await paper()).not.toBe(light);
});

test('its typeface is on its way before the sheet that names it', async ({ page }) => {
  const { promise: asked, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/reference.css', async (route) => {
    await asked;
    await route.continue();
  });
  const fonts: number[] = [];
  page.on('response', (answer) => answer.request().resourceType() === 'font' && fonts.push(answer.status()));
  const early = page.waitForRequest(/\.woff2$/);
  await page.goto('/api/v1/docs', { waitUntil: 'commit' });
  await early;
  release();
  await expect(page.locator('.opblock').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  expect(fonts).toEqual([200]);
});
