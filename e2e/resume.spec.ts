import { expect } from '@playwright/test';
import { ownServer } from './support/server.ts';
import {
  allStored,
  answer,
  answerUntil,
  kept,
  numberOf,
  ownClock,
  question,
  toResult,
} from './support/taking.ts';
import { test } from './support/test.ts';

test('a refresh and a closed tab go on from the same question', async ({ page, context }) => {
  await ownClock(page);
  await page.goto('/');
  await answerUntil(page, 6);
  const at = await question(page);
  await page.reload();
  await expect(page.locator('#question')).toHaveText(at);
  expect(await numberOf(page)).toBe(6);
  await page.close();

  const next = await context.newPage();
  await ownClock(next);
  await next.goto('/');
  await expect(next.locator('#question')).toHaveText(at);
  await expect(next.locator('#note')).not.toBeEmpty();
  await next.getByRole('button', { name: '처음부터' }).click();
  await expect(next.locator('#numeral')).toHaveText('1');
  await next.reload();
  expect(await numberOf(next)).toBe(1);

  // A test begun anew in the same tab does not take itself for another tab's.
  await answerUntil(next, 2);
  await allStored(next);
  await next.reload();
  await next.getByRole('button', { name: '처음부터' }).click();
  await answerUntil(next, 3);
  await expect(next.locator('#elsewhere')).toBeHidden();
});

test('another language goes on with the same answers', async ({ page }) => {
  await ownClock(page);
  await page.goto('/test');
  await answerUntil(page, 5);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL('/en/test');
  await expect(page.locator('#numeral')).toHaveText('5');
  await answer(page, 1);
  const session = await allStored(page);
  expect(session.language).toBe('en');
  const state = await page.request.get(`/api/v1/sessions/${session.remote?.id}`, {
    headers: { authorization: `Bearer ${session.remote?.secret}` },
  });
  expect(await state.json()).toMatchObject({ language: 'en', seq: 5 });
});

test('two tabs: the second asks, takes over, and the first stands back', async ({ page, context }) => {
  await ownClock(page);
  await page.goto('/test');
  await answerUntil(page, 4);
  await allStored(page);
  const second = await context.newPage();
  await ownClock(second);
  await second.goto('/test');
  await expect(second.locator('#elsewhere')).toBeVisible();
  await second.locator('#elsewhere button').click();
  await expect(second.locator('#elsewhere')).toBeHidden();
  await expect(second.locator('#numeral')).toHaveText('4');
  await expect(page.locator('#elsewhere')).toBeVisible();
  await answer(second, 2);
  await expect.poll(async () => (await kept(second))?.log.length).toBe(4);
});

test('a session the server has lost is sent anew, and nothing is missing', async ({ page }) => {
  await ownClock(page);
  await page.goto('/test');
  await answerUntil(page, 4);
  const before = await allStored(page);
  const gone = await page.request.delete(`/api/v1/sessions/${before.remote?.id}`, {
    headers: { authorization: `Bearer ${before.remote?.secret}` },
  });
  expect(gone.status()).toBe(204);
  await answer(page, 0);
  await expect.poll(async () => (await kept(page))?.remote?.id).not.toBe(before.remote?.id);
  await expect.poll(async () => (await kept(page))?.log.length).toBe(4);
  const after = await allStored(page);
  expect(after.seed).toBe(before.seed);
});

test('a server killed mid-way loses no answer, and the result is that of the answers given', async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const port = info.project.name === 'phone' ? 8823 : 8825;
  const own = await ownServer(port);
  try {
    await ownClock(page);
    await page.goto(`${own.server.url}/`);
    await answerUntil(page, 7);
    const stored = await allStored(page);
    const crash = own.crash();
    await answerUntil(page, 11);
    await crash;
    await page.clock.fastForward(60_000);
    const after = await allStored(page);
    expect(after.remote).toEqual(stored.remote);
    expect(after.log).toHaveLength(10);
    const state = await page.request.get(`${own.server.url}/api/v1/sessions/${after.remote?.id}`, {
      headers: { authorization: `Bearer ${after.remote?.secret}` },
    });
    const { answers } = (await state.json()) as { answers: { item: string; category: number }[] };
    expect(answers.map(({ item, category }) => [item, category])).toEqual(
      after.log.map(({ item, category }) => [item, category]),
    );
    await answerUntil(page);
    await toResult(page);
    await expect(page.locator('h1')).toBeVisible();
  } finally {
    await own.stop();
  }
});

test('more questions on top of a finished test make it surer', async ({ page }) => {
  await ownClock(page);
  await page.goto('/en/test');
  await answerUntil(page);
  const slug = await toResult(page);
  await page.goto(`/en/test?continue=${slug}`);
  await expect(page.locator('#note')).toContainText('on top of your answers');
  await expect(page).toHaveURL('/en/test');
  const from = await numberOf(page);
  expect(from).toBeGreaterThan(13);
  await answer(page, 1);
  const session = await allStored(page);
  expect(session.mode).toBe('precise');
  expect(session.log).toHaveLength(from);
  await answerUntil(page);
  expect(await toResult(page)).not.toBe(slug);
});

test('where the browser blocks storage the test works and says what that means', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  await ownClock(page);
  await page.goto('/en/test');
  await answerUntil(page, 3);
  await expect(page.locator('#note')).toContainText('blocks storage');
  await answerUntil(page);
  await toResult(page);
});
