import { expect } from '@playwright/test';
import { answer, ownClock } from './support/taking.ts';
import { test } from './support/test.ts';

// 320×256 is a window of 1280×1024 at a zoom of 400 %.
for (const [width, height, text] of [
  [667, 375, 100],
  [740, 330, 100],
  [320, 256, 100],
  [390, 844, 130],
  [390, 844, 200],
  [667, 375, 200],
  [320, 256, 200],
  [932, 330, 300],
] as const) {
  test(`${width}×${height}, text at ${text} %: the next question is in view, and rests where it is`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await ownClock(page);
    await page.goto('/en/test');
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), text);
    const question = page.locator('#question');
    for (const category of [4, 0, 3, 4]) {
      await answer(page, category);
      await expect(question).toBeInViewport({ ratio: 0.99 });
    }
    // In view already, it does not move.
    const before = await page.evaluate(() => scrollY);
    await page
      .locator('[data-category="1"]')
      .evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
    await page.clock.fastForward(1600);
    await page.keyboard.press('2');
    await expect(page.locator('#numeral')).toHaveText('6');
    await expect(page.locator('[data-category="1"]')).toBeFocused();
    await expect(question).toBeInViewport({ ratio: 0.99 });
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(height / 2);
    await page.locator('#back').click();
    await expect(question).toBeInViewport({ ratio: 0.99 });
  });
}

test('the landing folds around the next question on a low window too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await ownClock(page);
  await page.goto('/');
  await answer(page, 4);
  await expect(page).toHaveURL('/test');
  await expect(page.locator('#question')).toBeInViewport({ ratio: 0.99 });
});
