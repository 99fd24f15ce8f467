import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { withhold } from './support/record.ts';
import { allStored, answerUntil, kept, ownClock } from './support/taking.ts';
import { test } from './support/test.ts';

test('a result whose record takes long is shown, kept over a reload, and waited for by its page', async ({
  page,
  browser,
  baseURL,
}) => {
  await ownClock(page);
  await page.goto('/test');
  await answerUntil(page);
  const { remote } = await allStored(page);
  const release = withhold(remote?.id ?? '');
  try {
    await page.locator('#ask [data-gender=female]').click();
    const state = page.locator('#reveal-state');
    await expect(state).toContainText('안전하게 받아 뒀어요');
    await expect(page.locator('#reveal-word')).not.toHaveText('…');
    await expectAccessible(page);
    const path = (await page.locator('#reveal-open').getAttribute('href')) ?? '';
    expect(path).toMatch(/^\/r\/\w{22}$/);

    await page.reload();
    await expect(state).toContainText('안전하게 받아 뒀어요');
    await expect(page.locator('#reveal-open')).toHaveAttribute('href', path);

    const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'ko-KR' });
    const friend = await elsewhere.newPage();
    expect((await friend.goto(path))?.status()).toBe(503);
    await expect(friend.getByRole('heading', { level: 1 })).toHaveText('결과를 옮겨 적는 중이에요');
    await expectAccessible(friend);
    // Without script it looks again too, but not for ever.
    const html = async (query = '') => (await page.request.get(path + query)).text();
    expect(await html()).toContain(`content="2; url=${path}?look=1"`);
    expect(await html('?look=20')).not.toContain('http-equiv="refresh"');
    expect((await page.request.get(`/r/${'1'.repeat(22)}`)).status()).toBe(404);

    release();
    await expect(page).toHaveURL(path, { timeout: 40_000 });
    await expect(page.locator('#owner')).toBeVisible();
    expect(await kept(page)).toBeUndefined();
    await expect(friend.getByRole('heading', { level: 1 })).not.toHaveText('결과를 옮겨 적는 중이에요', {
      timeout: 40_000,
    });
    await friend.goto(`${path}?look=2`);
    await expect(friend).toHaveURL(path);
    await elsewhere.close();
  } finally {
    release();
  }
});
