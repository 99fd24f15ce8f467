import { expect, type Page } from '@playwright/test';
import { faceless, overPages, PUBLIC, signs } from './support/controls.ts';
import { hold, TETO, takeAndShare } from './support/result.ts';
import { test } from './support/test.ts';

test.use({ forcedColors: 'active', reducedMotion: 'reduce' } as object);

/** Both states, as the stage shows them when somebody goes back to a question. */
const choose = (page: Page): Promise<void> =>
  page
    .locator('.answer')
    .nth(1)
    .evaluate((answer) => answer.setAttribute('aria-pressed', 'true'));

test('every control of every page has a line, an underline or a mark', async ({ page, request }) => {
  const mine = await takeAndShare(request, TETO);
  await page.goto('/me');
  await hold(page, [mine]);
  await overPages(
    page,
    [...PUBLIC, `/r/${mine.slug}`, '/account', '/api/v1/docs'],
    async (path) => {
      await page.goto(path);
      if (path === '/me') await expect(page.locator('#mine li')).toBeVisible();
      if (path === '/account') await expect(page.locator('#account')).not.toHaveAttribute('aria-busy');
      if (path === '/api/v1/docs') await expect(page.locator('.opblock').first()).toBeVisible();
    },
    faceless,
  );
});

test('an answer, a length and a page say that they are chosen', async ({ page }) => {
  await page.goto('/test');
  await choose(page);
  expect(await signs(page, '.answer[aria-pressed=true]')).not.toBe(
    await signs(page, '.answer[aria-pressed=false]'),
  );
  expect(await signs(page, 'label:has(:checked)')).not.toBe(
    await signs(page, 'label:has([name=mode]:not(:checked))'),
  );
  await page.goto('/account');
  expect(await signs(page, 'li [aria-current]')).not.toBe(await signs(page, 'li .pill:not([aria-current])'));
});

test('what is off, what is wrong and what has the focus says so', async ({ page }) => {
  await page.goto('/signup');
  await expect(page.locator('[type=submit]').first()).toBeEnabled();
  const right = await signs(page, '#register-email');
  const on = await signs(page, '[data-form=register] [type=submit]');
  await page.locator('[data-form=register] [type=submit]').click();
  await expect(page.locator('#register-email')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#register-email')).toBeFocused();
  await page.locator('#register-password').focus();
  const wrong = await signs(page, '#register-email');
  expect(wrong).not.toBe(right);
  await page.locator('#register-email').focus();
  expect(await signs(page, '#register-email'), 'focus is seen on what is wrong').not.toBe(wrong);
  await page
    .locator('[data-form=register] [type=submit]')
    .evaluate((button) => button.setAttribute('disabled', ''));
  expect(await signs(page, '[data-form=register] [type=submit]')).not.toBe(on);
});

test('a band keeps both its ranges, and its colours can be seen on the canvas', async ({ page }) => {
  await page.goto('/how');
  const [wide, near] = await page
    .locator('figure svg[role=img]')
    .first()
    .evaluate((svg) =>
      [...svg.querySelectorAll('rect[rx="10"], rect[rx="14"]')].map((rect) => {
        const { fill, stroke, opacity } = getComputedStyle(rect);
        return { fill, stroke, opacity };
      }),
    );
  expect(wide).toMatchObject({ opacity: '1' });
  expect(wide?.stroke).not.toBe('none');
  expect(wide?.fill).not.toBe(near?.fill);
});
