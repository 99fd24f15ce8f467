import { expect, type Page } from '@playwright/test';
import { holdScripts } from './support/scripts.ts';
import { allStored, answerUntil, kept, numberOf, ownClock } from './support/taking.ts';
import { test } from './support/test.ts';

/**
 * Taps as one gesture does: twice within `ms` on one spot of the glass, whatever stands there when the first tap has been
 * painted. The times are those of the taps, so a busy machine makes no two gestures of it.
 */
const doubleTap = (page: Page, selector: string, ms = 200): Promise<void> =>
  page.locator(selector).evaluate(async (button, gap) => {
    button.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = button.getBoundingClientRect();
    const [clientX, clientY] = [x + width / 2, y + height / 2];
    const first = performance.now();
    for (const timeStamp of [first, first + gap]) {
      const tap = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX, clientY });
      Object.defineProperty(tap, 'timeStamp', { value: timeStamp });
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(tap);
      for (let frame = 0; frame < 2; frame++)
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
  }, ms);

const numeral = (page: Page) => page.locator('#numeral');

test('a double tap answers one question, goes back by one, and does nothing where the page has changed below it', async ({
  page,
}) => {
  await ownClock(page);
  for (const category of [0, 2, 4]) {
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    await doubleTap(page, `[data-category="${category}"]`);
    await expect(page).toHaveURL('/test');
    await expect(numeral(page)).toHaveText('2');
    await allStored(page);
    await page.goto('/test');
    await page.getByRole('button', { name: '처음부터' }).click();
    await expect(numeral(page)).toHaveText('1');
    await expect.poll(() => kept(page)).toBeUndefined();
  }
  for (const ms of [160, 280, 390]) {
    await page.clock.fastForward(2000);
    const n = await numberOf(page);
    await doubleTap(page, '[data-category="4"]', ms);
    await expect(numeral(page)).toHaveText(String(n + 1));
  }
  await page.clock.fastForward(2000);
  const at = await numberOf(page);
  await doubleTap(page, '#back');
  await expect(numeral(page)).toHaveText(String(at - 1));
});

test('a double tap whose second half comes when the script has answers one question', async ({ page }) => {
  await ownClock(page);
  const release = await holdScripts(page);
  await page.goto('/test', { waitUntil: 'commit' });
  const answer = page.locator('[data-category="3"]');
  await answer.click();
  release();
  await expect(numeral(page)).toHaveText('2');
  await answer.evaluate((button) => {
    const { event } = Reflect.get(globalThis, 'early') as { event: MouseEvent };
    const tap = new MouseEvent('click', { bubbles: true, detail: 1 });
    Object.defineProperty(tap, 'timeStamp', { value: event.timeStamp + 300 });
    button.dispatchEvent(tap);
  });
  await expect(numeral(page)).toHaveText('2');
});

test('a quick taker is not slowed: one place every 450 ms, other places at once', async ({ page }) => {
  await ownClock(page);
  await page.goto('/test');
  await page.waitForLoadState('networkidle');
  for (let n = 2; n <= 5; n++) {
    await page.locator('[data-category="1"]').click();
    await expect(numeral(page)).toHaveText(String(n));
    await page.clock.fastForward(450);
  }
  for (const category of [0, 3, 0, 3]) await page.locator(`[data-category="${category}"]`).click();
  await expect(numeral(page)).toHaveText('9');
});

for (const [name, key, focus] of [
  ['Enter on an answer', 'Enter', '[data-category="3"]'],
  ['Space on an answer', ' ', '[data-category="3"]'],
  ['a digit', '3', 'a[href="#main"]'],
] as const) {
  test(`${name}, held, answers once; pressed again it answers again`, async ({ page }) => {
    await ownClock(page);
    await page.goto('/test');
    await page.waitForLoadState('networkidle');
    await page.locator(focus).focus();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.down(key);
      await page.clock.fastForward(i === 0 ? 500 : 33);
    }
    await page.keyboard.up(key);
    await expect(numeral(page)).toHaveText('2');
    await page.clock.fastForward(450);
    await page.keyboard.press(key);
    await expect(numeral(page)).toHaveText('3');
  });
}

test('the last answer, tapped twice, chooses no word, and a word tapped twice begins no new test', async ({
  page,
}) => {
  await ownClock(page);
  await page.goto('/test');
  await answerUntil(page, 12);
  const ask = page.locator('#ask');
  for (let guard = 0; guard < 20 && !(await ask.isVisible()); guard++) {
    await page.clock.fastForward(1600);
    const n = await numberOf(page);
    await doubleTap(page, `[data-category="${guard % 5}"]`);
    await expect.poll(async () => (await ask.isVisible()) || (await numberOf(page)) === n + 1).toBe(true);
  }
  await expect(ask).toBeVisible();
  await expect(page.locator('#ask [data-gender]')).toHaveText([
    '테토녀·에겐녀',
    '테토남·에겐남',
    '그냥 테토·에겐',
  ]);
  await page.clock.fastForward(1600);
  await doubleTap(page, '#ask [data-gender=male]');
  await expect(page.locator('#reveal')).toBeVisible();
  await expect(page).toHaveURL(/\/r\/\w{22}$/, { timeout: 30_000 });
});
