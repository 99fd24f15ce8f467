import { expect } from '@playwright/test';
import { enter, open, promote } from './support/account.ts';
import { bearer, PASSWORD, signUp } from './support/people.ts';
import { test } from './support/test.ts';

test('for who may not, the pages of admins do not exist', async ({ page }) => {
  await enter(page, await signUp(page.request));
  for (const path of ['/admin/users', '/admin/audit']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('여기엔 아무도 없어요');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle('여기엔 아무도 없어요');
  }
});

test('an admin finds a taker, suspends them with a reason, gives them a role; the audit has it all', async ({
  page,
  request,
}) => {
  test.setTimeout(150_000);
  const taker = await signUp(request);
  const admin = await signUp(request);
  promote(admin);
  await enter(page, admin);
  await open(page, '/account');
  await page.getByRole('link', { name: '사람 찾기' }).click();

  await page.getByLabel('이메일, 이름 일부나 계정 번호').fill(taker.id);
  await page.getByRole('button', { name: '찾기' }).click();
  const found = page.locator(`a[href="#${taker.id}"]`);
  await expect(found).toBeVisible();
  await expect(page.locator('a[href^="#u_"]')).toHaveCount(1);
  await expect(found, 'addresses are masked in a list').not.toContainText(taker.email);
  await found.click();
  await expect(page.getByText(taker.email)).toBeVisible();

  await page.getByRole('button', { name: '정지', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('이유')).toBeFocused();
  await dialog.getByLabel('이유').fill('도배를 했어요');
  await dialog.getByRole('button', { name: '정지' }).click();
  await expect(page.getByText('정지했어요.')).toBeVisible();
  expect((await request.get('/api/v1/users/me', { headers: bearer(taker) })).status()).not.toBe(200);
  const login = await request.post('/api/v1/auth/login', {
    data: { email: taker.email, password: PASSWORD },
  });
  expect(await login.json()).toMatchObject({ code: 'account_suspended' });

  await page.getByRole('button', { name: '정지 풀기' }).click();
  await dialog.getByLabel('이유').fill('반성했대요');
  await dialog.getByRole('button', { name: '정지 풀기' }).click();
  await expect(page.getByText('정지를 풀었어요.')).toBeVisible();
  await page.getByRole('button', { name: '역할 바꾸기' }).click();
  await dialog.getByLabel('새 역할').selectOption('support');
  await dialog.getByLabel('이유').fill('새 동료예요');
  await dialog.getByRole('button', { name: '역할 바꾸기' }).click();
  await expect(page.getByText('역할을 바꿨어요.')).toBeVisible();

  await page.getByRole('link', { name: '이 계정의 감사 기록' }).click();
  await expect(page).toHaveURL(`/admin/audit?subject=${taker.id}`);
  const entries = page.getByRole('listitem').filter({ has: page.locator('time') });
  await expect(entries.filter({ hasText: 'users.role' }).first()).toContainText('새 동료예요');
  await expect(entries.filter({ hasText: '도배를 했어요' })).toHaveCount(1);
  await expect(entries.filter({ hasText: admin.id }).first()).toBeVisible();
  await page.getByLabel('한 일').fill('users.role');
  await page.getByRole('button', { name: '거르기' }).click();
  await expect(entries.filter({ hasText: '도배를 했어요' })).toHaveCount(0);
  await expect(entries.filter({ hasText: 'users.role' })).not.toHaveCount(0);
});

test('support sees what support may: nobody’s role, no audit, nothing to do with an admin', async ({
  page,
  request,
}) => {
  test.setTimeout(150_000);
  const [admin, support, taker] = [await signUp(request), await signUp(request), await signUp(request)];
  promote(admin);
  await request.put(`/api/v1/users/${support.id}/role`, {
    headers: bearer(admin),
    data: { role: 'support', reason: 'new colleague' },
  });
  await enter(page, support);
  await open(page, `/en/admin/users#${taker.id}`);
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change role' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Audit of this account' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('heading', { name: 'Found' })).toBeFocused();
  await page.goto(`/en/admin/users#${admin.id}`);
  await page.reload();
  await expect(page.getByText('There is nothing you can do with this account.')).toBeVisible();
  await page.goto('/en/admin/audit');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody here');
});
