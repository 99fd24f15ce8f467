import { expect, type Page } from '@playwright/test';
import { hold, STRAIGHT, TETO, take, takeAndShare } from './support/result.ts';
import { holdScripts } from './support/scripts.ts';
import { test } from './support/test.ts';

const FRIEND = '나는 뭘까? 바로 풀기';

/** Holds results as somebody does who has been here before: the list of one's own has been seen. */
async function keep(page: Page, results: Parameters<typeof hold>[1]): Promise<void> {
  await page.goto('/how');
  await hold(page, results);
  await page.goto('/me');
  await expect(page.getByRole('link', { name: /열기$/ }).first()).toBeVisible();
}

/** Adds up layout shifts from the next page on. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = window as unknown as { shifted: number };
    seen.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shifted = (page: Page) => page.evaluate(() => (window as unknown as { shifted: number }).shifted);

test('a slow phone shows the owner what is theirs from the first paint, and nothing moves', async ({
  page,
  request,
}) => {
  const mine = await takeAndShare(request, TETO);
  await keep(page, [mine]);
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await watchShifts(page);
  const release = await holdScripts(page);
  await page.goto(`/r/${mine.slug}`, { waitUntil: 'commit' });
  await expect(page.getByText('이번 결과', { exact: true })).toBeVisible();
  await expect(page.getByText('누군가의 결과')).toBeHidden();
  await expect(page.getByRole('link', { name: FRIEND })).toBeHidden();
  await expect(page.getByRole('heading', { name: '내 결과 관리' })).toBeVisible();
  release();
  await expect(page.locator('[data-owner=save]')).toHaveAttribute('data-tap', 'wired');
  await page.evaluate(() => document.fonts.ready);
  expect(await shifted(page)).toBeLessThan(0.001);
});

test('what the owner enters before the script has come is kept, and goes to no address', async ({
  page,
  request,
}) => {
  const mine = await takeAndShare(request, TETO);
  await keep(page, [mine]);
  const release = await holdScripts(page);
  await page.goto(`/r/${mine.slug}`, { waitUntil: 'commit' });
  await page.getByLabel('이름표').fill('한강');
  await page.getByLabel('이름표').press('Enter');
  expect(new URL(page.url()).search).toBe('');
  release();
  await expect(page).toHaveTitle('한강님은 테토녀');
});

test('a stranger never sees what is the owner’s, whatever else this browser holds', async ({
  page,
  request,
}) => {
  const [mine, theirs] = await Promise.all([takeAndShare(request, TETO), takeAndShare(request, TETO)]);
  await keep(page, [mine]);
  const release = await holdScripts(page);
  await page.goto(`/r/${theirs.slug}`, { waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: FRIEND })).toBeVisible();
  await expect(page.getByText('이번 결과', { exact: true })).toBeHidden();
  await expect(page.locator('#owner')).toBeHidden();
  release();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('#owner')).toBeHidden();
});

test('a note without its key is corrected: IndexedDB is the truth', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  await page.goto('/how');
  await page.evaluate((name) => localStorage.setItem('mine', name), slug);
  await page.goto(`/r/${slug}`);
  await expect(page.getByRole('link', { name: FRIEND })).toBeVisible();
  await expect(page.locator('#owner')).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem('mine'))).toBeNull();
});

test('the owner of a refused result is offered another go, and nothing to show around', async ({
  page,
  request,
}) => {
  const mine = await takeAndShare(request, STRAIGHT);
  await keep(page, [mine]);
  for (const [path, again] of [
    [`/r/${mine.slug}`, '다시 풀기'],
    [`/en/r/${mine.slug}`, 'Take it again'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('#owner')).toBeVisible();
    await expect(page.getByRole('link', { name: again })).toHaveAttribute('href', /\/test$/);
    const dead = await page
      .locator('main a[href^="#"]')
      .evaluateAll((all) => all.filter((a) => !document.querySelector(a.getAttribute('href') ?? '')).length);
    expect(dead).toBe(0);
    await expect(page.locator('main')).not.toContainText(/자랑|공유|Show someone|여섯 점수|six scores/);
    await expect(page.locator('[name=displayGender]')).toHaveCount(0);
  }
});

test('a refused result that is private invites to no sharing either', async ({ page, request }) => {
  const mine = await take(request, STRAIGHT);
  const headers = { authorization: `Bearer ${mine.secret}` };
  await request.put(`/api/v1/profiles/${mine.id}`, { headers, data: { visibility: 'private' } });
  await page.goto('/me');
  await hold(page, [{ ...mine, slug: null }]);
  await page.reload();
  await page.getByRole('button', { name: /열기/ }).click();
  await expect(page.getByText('비공개 결과예요')).toBeVisible();
  await expect(page.getByRole('link', { name: '다시 풀기' })).toBeVisible();
  await expect(page.getByRole('button', { name: '링크 만들기' })).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText('공유');
});
