import { expect } from '@playwright/test';
import { enter, open } from './support/account.ts';
import { bearer, signUp } from './support/people.ts';
import { test } from './support/test.ts';

const PAGES = [
  '/account',
  '/account/security',
  '/account/devices',
  '/account/privacy',
  '/account/data',
  '/history',
];

test('nobody is signed in: every page says so kindly, and signing in leads back', async ({ page }) => {
  const person = await signUp(page.request);
  for (const path of [...PAGES, '/admin/users', '/admin/audit']) {
    await open(page, path);
    await expect(page.getByRole('heading', { name: '누구신지 아직 몰라요' })).toBeVisible();
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('link[rel=canonical]')).toHaveCount(0);
  }
  await open(page, '/account/devices');
  await page.locator('#account').getByRole('link', { name: '로그인' }).click();
  await expect(page).toHaveURL('/signin?to=%2Faccount%2Fdevices');
  await page.locator('#login-email').fill(person.email);
  await page.locator('#login-password').fill(person.password);
  await page.locator('form[data-form=login] [type=submit]').click();
  await expect(page).toHaveURL('/account/devices');
  await expect(page.getByText('지금 이 기기')).toBeVisible();
});

test('no account page is in the sitemap or in what the service worker keeps', async ({ request }) => {
  const [map, worker] = await Promise.all(
    ['/sitemap.xml', '/sw.js'].map(async (path) => (await request.get(path)).text()),
  );
  expect(map).toContain('/how');
  expect(map).not.toMatch(/\/(account|history|admin)/);
  expect(worker).toContain('"/test"');
  expect(worker).not.toMatch(/"\/(en\/)?(account|history|admin)/);
});

test('the header leads to the account from everywhere', async ({ page }) => {
  for (const [path, to] of [
    ['/', '/account'],
    ['/en/how', '/en/account'],
  ] as const) {
    await page.goto(path);
    await page
      .locator('header')
      .getByRole('link', { name: /^(계정|Account)$/ })
      .click();
    await expect(page).toHaveURL(to);
  }
});

test('profile: name, colours, word and mails are kept; the language takes the page along', async ({
  page,
}) => {
  await enter(page, await signUp(page.request));
  await open(page, '/account');
  await page.getByLabel('이름').fill('라면이');
  await page.getByRole('radio', { name: '어둡게' }).check();
  await page.getByRole('radio', { name: '여', exact: true }).check();
  await page.getByRole('switch', { name: '다시 재 볼 때' }).check();
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByText('저장했어요.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await open(page, '/account');
  await expect(page.getByLabel('이름')).toHaveValue('라면이');
  await expect(page.getByRole('radio', { name: '어둡게' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '여', exact: true })).toBeChecked();
  await expect(page.getByRole('switch', { name: '다시 재 볼 때' })).toBeChecked();
  await expect(page.getByRole('switch', { name: '새 소식' })).not.toBeChecked();

  await page.getByLabel('이름').fill('');
  await page.getByRole('radio', { name: '기기 따라' }).check();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page).toHaveURL('/en/account');
  await expect(page.getByLabel('Name')).toHaveValue('');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('profile: a name nobody can see is refused at its field, which gets the focus', async ({ page }) => {
  await enter(page, await signUp(page.request));
  await open(page, '/account');
  const name = page.getByLabel('이름');
  await name.fill('ㅤㅤ');
  await page.getByRole('button', { name: '저장' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/이 값은 쓸 수 없어요/);
});

test('a browser without colours of its own takes the account’s; one that chose keeps its own', async ({
  page,
}) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await page.request.put('/api/v1/users/me/preferences', {
    headers: bearer(person),
    data: { theme: 'dark' },
  });
  await open(page, '/account');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => localStorage.setItem('theme', 'light'));
  await open(page, '/account');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('devices: another sign-in is ended and dies at once; then all of them, this one too', async ({
  page,
}) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await open(page, '/account/devices');
  await expect(page.getByRole('listitem').filter({ hasText: '지금 이 기기' })).toHaveCount(1);
  const alive = async () =>
    (await page.request.get('/api/v1/users/me', { headers: bearer(person) })).status();
  expect(await alive()).toBe(200);
  await page.getByRole('button', { name: / 끝내기$/ }).click();
  await expect(page.getByText('이 기기뿐이에요.')).toBeVisible();
  expect(await alive()).toBe(401);

  await page.getByRole('button', { name: '전부 로그아웃' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '그만두기' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: '전부 로그아웃' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '네, 전부' }).click();
  await expect(page).toHaveURL('/signin');
  await open(page, '/account');
  await expect(page.getByRole('heading', { name: '누구신지 아직 몰라요' })).toBeVisible();
});

test('signing out here leaves the other sign-ins alone', async ({ page }) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await open(page, '/account');
  await page.getByRole('button', { name: '이 기기에서 로그아웃' }).click();
  await expect(page).toHaveURL('/');
  await open(page, '/account');
  await expect(page.getByRole('heading', { name: '누구신지 아직 몰라요' })).toBeVisible();
  expect((await page.request.get('/api/v1/users/me', { headers: bearer(person) })).status()).toBe(200);
});

test('consent: every change is a line in the record, with its text and time', async ({ page }) => {
  await enter(page, await signUp(page.request));
  await open(page, '/account/privacy');
  const record = page.getByRole('listitem').filter({ has: page.locator('time') });
  await expect(record.filter({ hasText: '이용약관 · 동의' })).toContainText(/\d{4}-\d\d-\d\d자 글/);
  await expect(page.getByRole('switch', { name: '내 정보를 팔지 마세요' })).toBeChecked();
  const before = await record.count();
  await page.getByRole('switch', { name: '무엇을 쓰는지 세기' }).check();
  await expect(page.getByText('바꿨어요. 기록에도 남겼어요.')).toBeVisible();
  await page.getByRole('switch', { name: '내 정보를 팔지 마세요' }).uncheck();
  await expect(record).toHaveCount(before + 2);
  await expect(record.first()).toContainText('정보 판매 · 허락');
  await open(page, '/account/privacy');
  await expect(page.getByRole('switch', { name: '무엇을 쓰는지 세기' })).toBeChecked();
  await expect(page.getByRole('switch', { name: '내 정보를 팔지 마세요' })).not.toBeChecked();
});

test('consent: offline, a switch stays where the server has it', async ({ page, context }) => {
  await enter(page, await signUp(page.request));
  await open(page, '/account/privacy');
  const analytics = page.getByRole('switch', { name: '무엇을 쓰는지 세기' });
  await context.setOffline(true);
  await analytics.click();
  await expect(page.getByRole('alert')).toContainText('인터넷이 끊겼어요');
  await expect(analytics).not.toBeChecked();
});
