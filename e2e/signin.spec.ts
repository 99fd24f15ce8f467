import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { forget, password, signIn, who } from './support/coming-in.ts';
import {
  addAuthenticator,
  addPasskey,
  addTotp,
  linkFor,
  PASSWORD,
  signUp,
  totpOf,
} from './support/people.ts';
import { test } from './support/test.ts';

test('sign in: wrong, then right, and back to where one came from', async ({ page, request }) => {
  const { email } = await signUp(request);
  await page.goto('/signin?to=%2Fhistory');
  await page.locator('#login-email').fill(email);
  await password(page).fill(`${PASSWORD}?`);
  await page.keyboard.press('Enter');
  await expect(page.locator('#login-password-error')).toContainText('서로 안 맞아요');
  await expect(password(page)).toBeFocused();
  await expect(password(page)).toHaveValue(`${PASSWORD}?`);
  await expect(page.locator('#login-email')).toHaveValue(email);
  await page.getByRole('button', { name: '비밀번호 보이기' }).click();
  await expect(page.locator('#login-password')).toHaveAttribute('type', 'text');
  await page.locator('#login-password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/history');
  expect(await who(page)).toBe(email);

  // Somebody who is in has nothing to do at the door.
  await page.goto('/signin?to=//evil.example');
  await page.waitForURL('**/account');
});

test('Brute force: after too many tries the page says how long to wait', async ({ page, request }) => {
  const { email } = await signUp(request);
  for (let i = 0; i < 10; i++)
    await request.post('/api/v1/auth/login', { data: { email, password: 'not this one' } });
  await signIn(page, email);
  await expect(page.locator('[data-form-error]:visible')).toContainText(/너무 여러 번 했어요\. 1[45]분 뒤에/);
});

test('without a connection nothing typed is lost', async ({ page, context }) => {
  await page.goto('/en/signin');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.locator('#login-email').fill('somebody@example.com');
  await password(page).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-form-error]:visible')).toContainText('You are offline');
  await expect(password(page)).toHaveValue(PASSWORD);
});

test('MFA: the authenticator app, then a recovery code, in the same page', async ({ page, request }) => {
  const person = await signUp(request);
  const { secret, codes } = await addTotp(request, person);
  await signIn(page, person.email);
  await expect(page.locator('#totp-code')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('12345');
  await page.keyboard.press('Enter');
  await expect(page.locator('#totp-code-error')).toContainText('여섯 자리');
  const right = totpOf(secret);
  await page.locator('#totp-code').fill(right === '000000' ? '000001' : '000000');
  await page.keyboard.press('Enter');
  await expect(page.locator('#totp-code-error')).toContainText('맞지 않아요');
  expect(await who(page)).toBeUndefined();
  await page.locator('#totp-code').fill(totpOf(secret));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');

  await forget(page);
  await signIn(page, person.email, { path: '/en/signin' });
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await expect(page.locator('#recovery-code')).toBeFocused();
  await page.locator('#recovery-code').fill((codes[0] ?? '').toUpperCase());
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/account');
  expect(await who(page)).toBe(person.email);
});

test('MFA: a passkey signs in by itself, and as the second factor', async ({ page, request }) => {
  const person = await signUp(request);
  await page.goto('/how');
  const device = await addAuthenticator(page);
  await addPasskey(page, person);
  // Else the passkey offered in the email field would take itself.
  await device.answers(false);
  await page.goto('/signin');
  await page.waitForLoadState('networkidle');
  await device.answers(true);
  await page.getByRole('button', { name: '패스키로 로그인' }).click();
  await page.waitForURL('**/account');
  expect(await who(page)).toBe(person.email);

  await forget(page);
  await device.answers(false);
  await signIn(page, person.email);
  await expect(page.getByRole('button', { name: '패스키로 확인' })).toBeVisible();
  await expectAccessible(page);
  await device.answers(true);
  await page.getByRole('button', { name: '패스키로 확인' }).click();
  await page.waitForURL('**/account');
  expect(await who(page)).toBe(person.email);
});

test('a passkey is offered in the email field, without a button', async ({ page, request }) => {
  const person = await signUp(request);
  await page.goto('/how');
  await addAuthenticator(page);
  await addPasskey(page, person);
  await page.goto('/signin?to=%2Fhistory');
  await expect(page.locator('#login-email')).toHaveAttribute('autocomplete', /webauthn$/);
  // The chip picks what a person would pick from the field's suggestions.
  await page.waitForURL('**/history');
  expect(await who(page)).toBe(person.email);
});

test('a mailed link signs in once, by a tap, and leaves the address at once', async ({ page, request }) => {
  const { email } = await signUp(request);
  await page.goto('/signin');
  await page.locator('#login-email').fill(email);
  await page.getByRole('button', { name: '메일로 로그인 링크 받기' }).click();
  await expect(page.locator('[data-link-status]')).toContainText(email);
  const link = await linkFor(email, '/signin/link');
  await page.goto(link);
  await expect(page.getByRole('button', { name: '로그인하기' })).toBeEnabled();
  await expect(page).toHaveURL('/signin/link');
  // A mail scanner that opens the link uses nothing up.
  expect(await who(page)).toBeUndefined();
  await expectAccessible(page);
  await page.getByRole('button', { name: '로그인하기' }).click();
  await page.waitForURL('**/account');
  expect(await who(page)).toBe(email);

  await page.goto(link);
  await page.getByRole('button', { name: '로그인하기' }).click();
  await expect(page.getByRole('heading', { name: '링크가 온전하지 않아요' })).toBeFocused();
  await page.goto('/signin/link');
  await expect(page.getByRole('heading', { name: '링크가 온전하지 않아요' })).toBeVisible();
});

test('a forgotten password: link, new password, and the link is spent', async ({ page, request }) => {
  const { email } = await signUp(request, { language: 'en' });
  await page.goto('/en/signin');
  await page.locator('#login-email').fill(email);
  await page.getByRole('link', { name: 'I forgot my password' }).click();
  await expect(page.locator('#forgot-email')).toHaveValue(email);
  await page.keyboard.press('Tab');
  await page.locator('form[data-form=forgot] [type=submit]').click();
  await expect(page.locator('[data-form-status]:visible')).toContainText(email);
  const link = await linkFor(email, '/reset');
  await page.goto(link);
  await expect(page).toHaveURL('/en/reset');
  await password(page).fill('short');
  await page.keyboard.press('Enter');
  await expect(page.locator('#reset-password-error')).toContainText('3 more');
  await password(page).fill('another 아주 긴 password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Changed' })).toBeFocused();
  await expectAccessible(page);

  await page.goto(link);
  await password(page).fill('yet another long one');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-form-error]:visible')).toContainText('used already');
  await page.goto('/en/signin');
  await page.locator('#login-email').fill(email);
  await password(page).fill('another 아주 긴 password');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/account');
});
