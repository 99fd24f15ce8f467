import { expect } from '@playwright/test';
import { enter, keepResults, open } from './support/account.ts';
import { signUp } from './support/people.ts';
import { inRecord } from './support/record.ts';
import { BALANCED, hold, STRAIGHT, TETO, take } from './support/result.ts';
import { test } from './support/test.ts';

const EGEN = { ...TETO, theta: [-1.4, -0.8, -1.2, 1.3, 1.5, 1] };

test('history: empty, then one picture that cannot tell of a change', async ({ page }) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await open(page, '/history');
  await expect(page.getByRole('heading', { name: '아직 걸린 그림이 없어요' })).toBeVisible();
  await keepResults(page, person, [TETO]);
  await open(page, '/history');
  await expect(page.getByText('한 장으로는 달라졌는지 알 수 없어요.')).toBeVisible();
  await expect(page.getByText('진짜 달라졌을 가능성이 커요')).toHaveCount(0);
});

test('history: three results as bands, change said only where it is more than noise', async ({ page }) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await keepResults(page, person, [TETO, EGEN, EGEN]);
  await open(page, '/history');
  const changes = page.locator('section', { has: page.getByRole('heading', { name: '달라졌나요' }) });
  const [previous, first] = await changes.getByRole('listitem').allTextContents();
  expect(previous).toContain('오차 안이에요');
  expect(first).toContain('진짜 달라졌을 가능성이 커요');
  expect(first).toContain('에겐 쪽으로');

  const axis = page.getByRole('img', { name: /^시간에 따른 테토·에겐 축\./ });
  const label = (await axis.getAttribute('aria-label')) ?? '';
  expect(label.match(/[+−]\d\.\d부터 [+−]?\d\.\d까지/g)).toHaveLength(3);
  await expect(axis.locator('g')).toHaveCount(3);
  for (const name of ['주도', '모험', '직진', '공감', '감성', '심미'])
    await expect(page.getByRole('img', { name: new RegExp(`^시간에 따른 ${name}\\.`) })).toBeVisible();
});

test('history: emblems, the chosen word, a public and a private result opened, one deleted', async ({
  page,
}) => {
  const person = await signUp(page.request);
  await enter(page, person);
  const [shared = '', hidden = ''] = await keepResults(page, person, [TETO, BALANCED, STRAIGHT]);
  const careful = "UPDATE profiles SET score = json_set(score, '$.fit.cautious', json('true')) WHERE id = ?";
  inRecord((database) => database.prepare(careful).run(shared));
  const headers = { authorization: `Bearer ${person.token}` };
  await page.request.put(`/api/v1/profiles/${hidden}`, { headers, data: { visibility: 'private' } });
  await page.request.put('/api/v1/users/me/preferences', { headers, data: { displayGender: 'male' } });
  await open(page, '/history');
  const list = page.getByRole('listitem').filter({ has: page.locator('time') });
  await expect(list).toHaveCount(3);
  // Made as a woman's word, called what the account chose.
  await expect(list.last()).toContainText('테토남');
  // Whether it is to be read with care stands wherever its band does.
  await expect(list.filter({ hasText: '조심스럽게' })).toHaveCount(1);
  await expect(list.last()).toContainText('조심스럽게');
  await expect(list.first()).toContainText('이번엔 판정 보류');
  await list.last().scrollIntoViewIfNeeded();
  const emblem = list.last().locator('img:visible');
  await expect(emblem).toHaveCount(1);
  expect(
    await emblem.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(0);

  await list.last().getByRole('link', { name: /열기$/ }).click();
  await expect(page).toHaveURL(/\/r\/\w{22}$/);
  await expect(page.locator('#sure')).toContainText('조심스럽게');
  await page.goBack();
  const private_ = list.filter({ hasText: '나만 봄' });
  await private_.getByRole('button', { name: /열기$/ }).click();
  await expect(page).toHaveURL('/r/private');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('밸런스');
  // This browser holds no key of it; the account does.
  await expect(page.getByText('이번 결과', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '나는 뭘까? 바로 풀기' })).toBeHidden();
  await page.getByLabel('이름표').fill('계정');
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByText('계정님의 결과')).toBeVisible();

  await open(page, '/history');
  await list
    .last()
    .getByRole('button', { name: /지우기$/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '지우기' }).click();
  await expect(page.getByText('지웠어요.')).toBeVisible();
  await expect(list).toHaveCount(2);
  expect((await page.request.get(`/api/v1/profiles/${shared}`, { headers })).status()).toBe(404);
});

test('results only this browser holds are claimed from the data page, and then in the history', async ({
  page,
}) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await open(page, '/history');
  await hold(page, [await take(page.request, TETO), await take(page.request, BALANCED)]);
  await open(page, '/history');
  await expect(page.getByText('계정에 넣지 않은 결과가 2개 있어요.')).toBeVisible();
  await page.getByRole('link', { name: '챙기러 가기' }).click();
  await page.getByRole('button', { name: '전부 계정에 넣기' }).click();
  await expect(page.getByText('결과 2개를 계정에 넣었어요.')).toBeVisible();
  await open(page, '/account/data');
  await expect(page.getByText('이 브라우저에 따로 남은 결과는 없어요.')).toBeVisible();
  await open(page, '/history');
  await expect(page.getByRole('heading', { name: '걸린 그림 2장' })).toBeVisible();
});
