import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { enter, growOld, keepResults, open } from './support/account.ts';
import { PASSWORD, signUp } from './support/people.ts';
import { TETO } from './support/result.ts';
import { test } from './support/test.ts';

test('export: asked for, watched, downloaded: a ZIP with everything it names', async ({ page }) => {
  test.setTimeout(150_000);
  const person = await signUp(page.request);
  await enter(page, person);
  const [id = ''] = await keepResults(page, person, [TETO]);
  await open(page, '/account/data');
  await page.getByRole('button', { name: '묶어 주세요' }).click();
  await expect(page.locator('[data-export]')).toBeVisible();
  await expect(page.locator('[data-export=ready]')).toBeVisible({ timeout: 90_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '내려받기' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^teto-egen-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const names = Object.keys(files);
  for (const name of [
    'README.txt',
    'account.json',
    'preferences.json',
    'consents.json',
    'sign-ins.json',
    'audit.json',
  ])
    expect(names).toContain(name);
  const result = names.find(
    (name) => name.startsWith('results/') && name.includes(id) && name.endsWith('.json'),
  );
  expect(result, names.join()).toBeDefined();
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(text('account.json')).toContain(person.email);
  expect(JSON.parse(text(result as string))).toMatchObject({ id });
});

test('deleting: the word is typed, who is there is asked, everything ends; signing in leads to the way back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const person = await signUp(page.request);
  await enter(page, person);
  growOld(person);
  await open(page, '/account/data');
  await page.getByRole('button', { name: '계정 지우기' }).click();
  const dialog = page.getByRole('dialog');
  const yes = dialog.getByRole('button', { name: '네, 지워 주세요' });
  await expect(yes).toBeDisabled();
  await dialog.getByLabel(/라고 적기/).fill('삭');
  await expect(yes).toBeDisabled();
  await dialog.getByLabel(/라고 적기/).fill('삭제');
  await yes.click();
  await dialog.getByLabel('비밀번호', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: '확인', exact: true }).click();
  await expect(page.getByRole('heading', { name: '짐을 싸 뒀어요' })).toBeFocused();
  const headers = { authorization: `Bearer ${person.token}` };
  expect((await page.request.get('/api/v1/users/me', { headers })).status()).toBe(401);

  await page.locator('#account').getByRole('link', { name: '로그인해서 되돌리기' }).click();
  await page.locator('#login-email').fill(person.email);
  await page.locator('#login-password').fill(PASSWORD);
  await page.locator('form[data-form=login] [type=submit]').click();
  await expect(page).toHaveURL('/account');
  const gone = page.getByRole('heading', { name: /에 사라져요$/ });
  await expect(gone).toBeVisible();
  await expect(page.getByLabel('이름')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '묶어 주세요' })).toBeVisible();
  await expect(page.getByRole('button', { name: '로그아웃' })).toBeVisible();

  await open(page, '/account/security');
  await expect(page.getByRole('heading', { name: '이 계정은 떠나는 중이에요' })).toBeVisible();
  await expect(page.getByText(/\d{4}년 \d+월 \d+일까지는 되돌릴 수 있어요/)).toBeVisible();
  await expect(page.getByRole('navigation', { name: '계정 메뉴' })).toBeHidden();
  await page.locator('#account').getByRole('link', { name: '프로필로' }).click();
  await page.getByRole('button', { name: '마음이 바뀌었어요. 되돌리기' }).click();
  await expect(page.getByLabel('이름')).toBeVisible();
  await open(page, '/history');
  await expect(page.getByRole('heading', { name: '아직 걸린 그림이 없어요' })).toBeVisible();
});
