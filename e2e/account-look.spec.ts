import { expect, type Page, type Response } from '@playwright/test';
import { travelling } from '../tools/checks/budgets.ts';
import { enter, keepResults, open, promote } from './support/account.ts';
import { expectAccessible } from './support/axe.ts';
import { broken, faceless, overPages, twiceTheText } from './support/controls.ts';
import { signUp } from './support/people.ts';
import { BALANCED, TETO } from './support/result.ts';
import { test } from './support/test.ts';

const PAGES = [
  '/account',
  '/history',
  '/account/security',
  '/account/devices',
  '/account/privacy',
  '/account/data',
  '/admin/users',
  '/admin/audit',
];

/** An admin with two results sees every page full. */
async function becomeFull(page: Page): Promise<void> {
  const person = await signUp(page.request);
  promote(person);
  await enter(page, person);
  await keepResults(page, person, [TETO, BALANCED]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' } as object);

    test('no account page has findings, nor has a dialog on it', async ({ page }) => {
      test.setTimeout(180_000);
      await open(page, '/account');
      await expectAccessible(page);
      await becomeFull(page);
      const home = colorScheme === 'light' ? '' : '/en';
      for (const path of PAGES) {
        await open(page, home + path);
        await expectAccessible(page);
        expect(await page.locator('#account').textContent(), 'no mark is left unfilled').not.toMatch(
          /\{\w+\}/,
        );
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, path).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      }
      await page.goto(`${home}/admin/users`);
      await page.locator('a[href^="#u_"]').first().click();
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
      await expectAccessible(page);
      await open(page, `${home}/account/data`);
      await page.locator('#delete button').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
      await open(page, `${home}/account/security`);
      await page.getByRole('button', { name: /^(켜기|Turn on)$/ }).click();
      await expect(page.locator('[data-secret]')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('what somebody with an account loads stays under 20 KB of script, and nothing moves when it comes', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await becomeFull(page);
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!Reflect.get(entry, 'hadRecentInput'))
          Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  for (const path of PAGES) {
    await page.goto('about:blank');
    scripts = [];
    await open(page, path);
    await page.waitForLoadState('networkidle');
    const inline = await page.evaluate(() =>
      [...document.scripts].filter(({ src, type }) => !src && /^$|module/.test(type)).map(({ text }) => text),
    );
    const bodies = await Promise.all(scripts.map((script) => script.body().catch(() => Buffer.alloc(0))));
    const bytes = [...bodies, ...inline.map((text) => Buffer.from(text))].reduce(
      (sum, body) => sum + travelling(body),
      0,
    );
    expect(bytes, `${path}: bytes of script`).toBeGreaterThan(5 * 1024);
    expect(bytes, `${path}: bytes of script`).toBeLessThanOrEqual(20 * 1024);
    const shift = await page.evaluate(() => Reflect.get(window, 'shift') as number);
    expect(shift, `${path}: layout shift`).toBeLessThanOrEqual(0.001);
  }
});

test('every target of a finger is 44 px or more', async ({ page }) => {
  test.setTimeout(120_000);
  await becomeFull(page);
  for (const path of PAGES) {
    await open(page, path);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#account :is(a, button, select, input:not([type=hidden]))')]
        .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && box.height < 44)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)}: ${box.height}`),
    );
    expect(small, path).toEqual([]);
  }
});

test('at twice the text and 320 px nothing breaks, and in forced colours every control has a face', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'a phone’s question');
  test.setTimeout(120_000);
  await becomeFull(page);
  await page.setViewportSize({ width: 320, height: 844 });
  await twiceTheText(page);
  await overPages(
    page,
    PAGES,
    (path) => open(page, path),
    async () => {
      await page.emulateMedia({ forcedColors: 'none' });
      const found = await broken(page);
      await page.emulateMedia({ forcedColors: 'active' });
      return [...found, ...(await faceless(page))];
    },
  );
});

test('by keyboard only: a switch, a dialog that holds the focus, and back', async ({ page }) => {
  await enter(page, await signUp(page.request));
  await open(page, '/account/data');
  const begin = page.getByRole('button', { name: '계정 지우기' });
  for (let i = 0; i < 60 && !(await begin.evaluate((button) => button === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(begin).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/라고 적기/)).toBeFocused();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
    );
    expect(outside, 'the focus stays in the dialog').toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(begin).toBeFocused();

  await open(page, '/account/privacy');
  const analytics = page.getByRole('switch', { name: '무엇을 쓰는지 세기' });
  for (let i = 0; i < 60 && !(await analytics.evaluate((box) => box === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText('바꿨어요. 기록에도 남겼어요.')).toBeVisible();
  await expect(analytics).toBeChecked();
});
