import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { answer, answerUntil, numberOf, ownClock, question, toResult } from './support/taking.ts';
import { test } from './support/test.ts';

for (const [language, home] of [
  ['ko', '/'],
  ['en', '/en/'],
] as const) {
  test(`${language}: from the landing through the test to the result, and a friend starts from it`, async ({
    page,
  }) => {
    await ownClock(page);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    await page.goto(home);
    await expectAccessible(page);
    await answer(page, 3);
    await expect(page).toHaveURL(`${home}test`);
    await expect(page.locator('.poster')).toBeHidden();
    await expectAccessible(page);
    await answerUntil(page);
    await expect(page.locator('#ask-title')).toBeFocused();
    await expectAccessible(page);

    await page.goBack();
    await expect(page.locator('.poster')).toBeVisible();
    await expect(page.locator('#ask')).toBeHidden();
    await page.locator('[data-category="2"]').click();
    await expect(page).toHaveURL(`${home}test`);
    await expect(page.locator('#ask-title')).toBeFocused();
    await expect(page.locator('#stage')).toBeHidden();

    const slug = await toResult(page);
    await expect(page).toHaveURL(`${home}r/${slug}`);
    await expect(page.locator('#sure')).toBeVisible();
    expect(problems).toEqual([]);

    await page.goto(`${home}?from=${slug}`);
    await expect(page.locator('#friend')).toBeVisible();
    await expect(page.locator('#number')).toContainText('1');
    await answer(page, 2);
    expect(await numberOf(page)).toBe(2);
  });
}

test('the first question is in the HTML, and the next appears without a request', async ({
  page,
  context,
}) => {
  await page.goto('/');
  const html = await (await page.request.get('/')).text();
  const first = await question(page);
  expect(html).toContain(first);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.locator('[data-category="4"]').click();
  await expect(page.locator('#numeral')).toHaveText('2');
  expect(await question(page)).not.toBe(first);
});

test('without script everything reads and the page says why the test needs it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('noscript p').first()).toContainText('자바스크립트가 필요해요');
  await expect(page.locator('#question')).toBeVisible();
  await expect(page.getByRole('heading', { name: '의심 많은 분들께' })).toBeVisible();
  await expect(page.locator('#back')).toBeHidden();
  await context.close();
});

test('keys answer and go back; a changed answer replaces the earlier one', async ({ page }) => {
  await ownClock(page);
  await page.goto('/test');
  const first = await question(page);
  await page.clock.fastForward(1500);
  await page.keyboard.press('4');
  await expect(page.locator('#numeral')).toHaveText('2');
  await page.keyboard.press('Backspace');
  await expect(page.locator('#question')).toHaveText(first);
  await expect(page.locator('[data-category="3"]')).toHaveAttribute('aria-pressed', 'true');
  await page.clock.fastForward(1500);
  await page.keyboard.press('2');
  await expect(page.locator('#numeral')).toHaveText('2');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-category="1"]')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-category="3"]')).toHaveAttribute('aria-pressed', 'false');
});

test('the three lengths advertise their real range and can be changed under way', async ({ page }) => {
  await ownClock(page);
  await page.goto('/en/test');
  await expect(page.locator('#range')).toHaveText('Takes 13–25 questions');
  await answerUntil(page, 4);
  await page.getByText('More precise').click();
  await expect(page.locator('#range')).toHaveText('Takes 13–37 questions');
  await page.getByText('Quick').click();
  await expect(page.locator('#range')).toHaveText('Takes 13–19 questions');
  expect(await numberOf(page)).toBe(4);
  await answerUntil(page, 13);
  expect(await numberOf(page)).toBe(13);
  await answerUntil(page);
  await expect(page.locator('#ask')).toBeVisible();
});

test('no layout shift between questions', async ({ page }) => {
  await ownClock(page);
  await page.goto('/test');
  await page.evaluate(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // What a tap changes is expected to move; CLS counts the rest.
        if (Reflect.get(entry, 'hadRecentInput')) continue;
        Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const top = async () => (await page.locator('[data-category="0"]').boundingBox())?.y;
  const at = await top();
  for (let n = 1; n < 9; n++) {
    await answer(page, n % 5);
    expect(await top()).toBe(at);
  }
  expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBe(0);
});
