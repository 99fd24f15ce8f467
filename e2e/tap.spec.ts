import { expect, type Page } from '@playwright/test';
import { holdScripts } from './support/scripts.ts';
import { allStored } from './support/taking.ts';
import { test } from './support/test.ts';

const TAPS = 14;

test('after each tap the next question is there at once, and nothing had to be asked for', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const read = () => document.getElementById('question')?.textContent;
    Object.assign(window, { late: 0 });
    let before = read();
    addEventListener('click', () => (before = read()), true);
    addEventListener('click', () => {
      if (read() === before) Object.assign(window, { late: Reflect.get(window, 'late') + 1 });
    });
  });
  await context.setOffline(true);
  for (let n = 1; n <= TAPS; n++) {
    await page.locator(`[data-category="${(n * 2) % 5}"]`).click();
    await expect(page.locator('#numeral')).toHaveText(String(n + 1));
  }
  expect(await page.evaluate(() => Reflect.get(window, 'late'))).toBe(0);
  await expect(page.locator('.poster')).toBeHidden();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const [name, act, kept] of [
  ['a tap', (page: Page) => page.locator('[data-category="4"]').click(), 4],
  ['a key', (page: Page) => page.keyboard.press('2'), 1],
] as const) {
  test(`${name} before the test's script has come is not lost; the last one counts`, async ({ page }) => {
    const release = await holdScripts(page);
    await page.goto('/', { waitUntil: 'commit' });
    await page.locator('[data-category="0"]').click();
    await act(page);
    await expect(page.locator('[aria-pressed=true]')).toHaveAttribute('data-category', String(kept));
    await expect(page.locator('#numeral')).toHaveText('1');

    release();
    await expect(page.locator('#numeral')).toHaveText('2');
    await expect(page).toHaveURL('/test');
    const { log } = await allStored(page);
    expect(log.map(({ category }) => category)).toEqual([kept]);
  });
}
