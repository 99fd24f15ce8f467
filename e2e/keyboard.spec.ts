import { expect, type Page } from '@playwright/test';
import { answerTo } from './support/result.ts';
import { ownClock, question } from './support/taking.ts';
import { test } from './support/test.ts';

/** Tabs on until the element named has the focus; fails when it cannot be reached or shows no focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate((wanted) => {
      const active = document.activeElement;
      if (!active?.matches(wanted)) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    }, selector);
    if (at === null) continue;
    expect(at, `${selector} shows its focus`).toBe(true);
    return;
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

test('the whole path by keyboard: landing, test, result, PDF button, rename, delete', async ({ page }) => {
  await ownClock(page);
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator('a[href="#main"]')).toBeFocused();
  const ask = page.locator('#ask');
  const number = page.locator('#number');
  for (let i = 0; i < 40 && !(await ask.isVisible()); i++) {
    const before = await number.textContent();
    // Faster than a second a question, or to a beat, and the page would rightly give no type.
    await page.clock.fastForward(1600);
    await page.keyboard.press(String(1 + answerTo(await question(page))));
    await expect
      .poll(async () => (await ask.isVisible()) || (await number.textContent()) !== before)
      .toBe(true);
  }
  await expect(ask).toBeVisible();
  await tabTo(page, '[data-gender]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/r\/[1-9A-HJ-NP-Za-km-z]{22}$/, { timeout: 30_000 });

  await expect(page.locator('#owner')).toBeVisible();
  await tabTo(page, '[data-share=link]');
  await tabTo(page, '#nickname');
  await page.keyboard.type('자판');
  await tabTo(page, '#owner button[type=submit]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^자판님은/);
  await expect(page.locator('#owner')).toBeVisible();
  await tabTo(page, '[data-owner=ask]');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-owner=cancel]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#owner-confirm')).toBeHidden();
  await expect(page.locator('[data-owner=ask]')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-owner=delete]');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('whoever answers by a digit keeps the focus, or finds it at the question when its place has gone', async ({
  page,
}) => {
  await ownClock(page);
  const question = page.locator('#question');
  await page.goto('/');
  // A link of the landing, which folds away around the question.
  await page.locator('#trust ~ dl a').first().focus();
  await page.keyboard.press('3');
  await expect(page).toHaveURL('/test');
  await expect(question).toBeFocused();
  await page.locator('#back').focus();
  await page.clock.fastForward(1600);
  await page.keyboard.press('4');
  await expect(page.locator('#back')).toBeFocused();
  for (const number of ['2', '1']) {
    await page.clock.fastForward(1600);
    await page.keyboard.press('Enter');
    await expect(page.locator('#numeral')).toHaveText(number);
  }
  // The first question has nothing before it: that button can hold no focus.
  await expect(question).toBeFocused();
});

test('every page lets the keyboard skip to its content', async ({ page }) => {
  for (const path of ['/how', '/me', '/en/privacy', '/en/terms', '/signin', '/en/signup']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('#main')).toBeFocused();
  }
});
