import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { enter, growOld, open } from './support/account.ts';
import {
  addAuthenticator,
  addTotp,
  bearer,
  codeFor,
  newEmail,
  PASSWORD,
  signUp,
  totpOf,
} from './support/people.ts';
import { test } from './support/test.ts';

const part = (page: Page, name: string) =>
  page
    .getByRole('region', { name, exact: true })
    .or(page.locator('section', { has: page.getByRole('heading', { name, exact: true }) }));

const login = async (page: Page, email: string, password: string) =>
  (await page.request.post('/api/v1/auth/login', { data: { email, password, client: 'native' } })).status();

test('password: a wrong one is said at its field; the new one ends other sign-ins and is the one that works', async ({
  page,
}) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await open(page, '/account/security');
  const current = page.getByLabel('지금 비밀번호', { exact: true });
  const next = page.getByLabel('새 비밀번호', { exact: true });
  const wanted = '새벽 네 시의 김밥 🍙';
  await current.fill('not mine at all');
  await next.fill(wanted);
  await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await expect(current).toBeFocused();
  await expect(current).toHaveAccessibleDescription('비밀번호가 달라요.');
  await expect(next).toHaveValue(wanted);
  await page.getByRole('button', { name: '새 비밀번호, 보기' }).click();
  await expect(next).toHaveAttribute('type', 'text');

  await next.fill('password1');
  await current.fill(PASSWORD);
  await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await expect(next).toHaveAccessibleDescription(/너무 많은 사람이 쓰는/);
  await next.fill(wanted);
  await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await expect(page.getByText('비밀번호를 바꿨어요.')).toBeVisible();
  await expect(current).toHaveValue('');
  expect((await page.request.get('/api/v1/users/me', { headers: bearer(person) })).status()).toBe(401);
  expect(await login(page, person.email, PASSWORD)).toBe(401);
  expect(await login(page, person.email, wanted)).toBe(200);
  await open(page, '/account');
  await expect(page.getByText(person.email)).toBeVisible();
});

test('email: changes once the code mailed to the new address is back, not before', async ({ page }) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await open(page, '/account/security');
  const email = newEmail('moved');
  await page.getByLabel('새 이메일').fill(email);
  await page.getByRole('button', { name: '숫자 받기' }).click();
  const code = page.getByLabel('메일에 적힌 숫자 6자리');
  await expect(code).toBeFocused();
  const right = await codeFor(email);
  await code.fill(right === '111111' ? '222222' : '111111');
  await page.getByRole('button', { name: '이 주소로 바꾸기' }).click();
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await code.fill(`${right.slice(0, 3)} ${right.slice(3)}`);
  await page.getByRole('button', { name: '이 주소로 바꾸기' }).click();
  await expect(page.getByText('이메일을 바꿨어요.')).toBeVisible();
  await expect(page.getByText(`지금 주소는 ${email}`)).toBeVisible();
  expect(await login(page, email, PASSWORD)).toBe(200);
  expect(await login(page, person.email, PASSWORD)).toBe(401);
});

test('authenticator app: on with its codes shown once, off again; asked who is there before each', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const person = await signUp(page.request);
  await enter(page, person);
  growOld(person);
  await open(page, '/account/security');
  const app = part(page, '인증 앱');
  await app.getByRole('button', { name: '켜기' }).click();

  const dialog = page.getByRole('dialog');
  const proof = dialog.getByLabel('비밀번호', { exact: true });
  await expect(proof).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(app.getByRole('img')).toHaveCount(0);
  await app.getByRole('button', { name: '켜기' }).click();
  await proof.fill('guessing');
  await page.keyboard.press('Enter');
  await expect(proof).toHaveAccessibleDescription('비밀번호가 달라요.');
  await proof.fill(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(app.getByRole('img', { name: '인증 앱에 넣을 QR 코드' })).toBeVisible();
  const secret = ((await app.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '');
  const code = app.getByLabel('앱에 나온 숫자 6자리');
  await code.fill(totpOf(secret, 9));
  await app.getByRole('button', { name: '켜기 마무리' }).click();
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await code.fill(totpOf(secret, -1));
  await app.getByRole('button', { name: '켜기 마무리' }).click();

  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  const codes = await dialog.getByRole('listitem').allTextContents();
  await page.keyboard.press('Escape');
  await expect(dialog, 'codes shown once are not thrown away by a key').toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '파일로 받기' }).click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');
  for (const one of codes) expect(file).toContain(one);
  await dialog.getByRole('button', { name: '잘 챙겼어요' }).click();
  await expect(page.getByText('10개 남았어요.')).toBeVisible();
  const answer = await page.request.post('/api/v1/auth/login', {
    data: { email: person.email, password: PASSWORD },
  });
  expect(await answer.json()).toMatchObject({ next: 'mfa', methods: ['totp', 'recovery'] });

  growOld(person);
  await app.getByRole('button', { name: '끄기' }).click();
  await dialog.getByRole('button', { name: '끄기' }).click();
  await expect(dialog.getByLabel('비밀번호', { exact: true })).toHaveCount(0);
  await dialog.getByLabel('인증 앱의 숫자 6자리').fill(totpOf(secret));
  await dialog.getByRole('button', { name: '확인', exact: true }).click();
  await expect(page.getByText('인증 앱을 껐어요.')).toBeVisible();
  await expect(app.getByRole('button', { name: '켜기' })).toBeVisible();
  expect(await login(page, person.email, PASSWORD)).toBe(200);
});

test('recovery codes: new ones replace the old', async ({ page }) => {
  const person = await signUp(page.request);
  await enter(page, person);
  const { codes } = await addTotp(page.request, person);
  await open(page, '/account/security');
  await page.getByRole('button', { name: '새로 받기' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '그만두기' })).toBeFocused();
  await dialog.getByRole('button', { name: '새로 받기' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  const fresh = await dialog.getByRole('listitem').allTextContents();
  expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
});

test('passkey: made, named, proves who is there, removed', async ({ page }) => {
  test.setTimeout(120_000);
  const person = await signUp(page.request);
  await enter(page, person);
  const finger = await addAuthenticator(page);
  await open(page, '/account/security');
  await page.getByRole('button', { name: '패스키 만들기' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('이 패스키의 이름').fill('내 폰');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await dialog.getByRole('button', { name: '잘 챙겼어요' }).click();
  await expect(page.getByRole('heading', { name: '내 폰' })).toBeVisible();

  await page.getByRole('button', { name: '내 폰, 이름 바꾸기' }).click();
  await dialog.getByLabel('이 패스키의 이름').fill('오래된 폰');
  await dialog.getByRole('button', { name: '이름 바꾸기' }).click();
  await expect(page.getByRole('heading', { name: '오래된 폰' })).toBeVisible();

  growOld(person);
  await page.getByRole('button', { name: '오래된 폰 지우기' }).click();
  await dialog.getByRole('button', { name: '지우기' }).click();
  await finger.answers(true);
  await dialog.getByRole('button', { name: '패스키로 확인' }).click();
  await expect(page.getByText('패스키를 지웠어요.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '오래된 폰' })).toHaveCount(0);
  await expect(page.getByText('두 번째 확인 수단(인증 앱이나 패스키)을 켜면 생겨요.')).toBeVisible();
});

test('a second passkey on the same device is refused in words', async ({ page }) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await addAuthenticator(page);
  await open(page, '/account/security');
  for (const round of ['made', 'refused']) {
    await page.getByRole('button', { name: '패스키 만들기' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '만들기', exact: true }).click();
    if (round === 'made') await page.getByRole('button', { name: '잘 챙겼어요' }).click();
  }
  await expect(page.getByText('벌써 이 계정의 패스키가 있어요.')).toBeVisible();
});

test('another sign-in is linked at the provider, which leads back here, and unlinked', async ({ page }) => {
  const person = await signUp(page.request);
  await enter(page, person);
  await open(page, '/en/account/security');
  await page.getByRole('button', { name: 'Link Google' }).click();
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/google\/login\//);
  await page.getByRole('textbox', { name: 'Address' }).fill(person.email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL('/en/account/security');
  await page.getByRole('button', { name: 'Unlink Google' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(page.getByText('Google is unlinked.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Link Google' })).toBeVisible();
});
