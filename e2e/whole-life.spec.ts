import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { open } from './support/account.ts';
import { fillSignUp, password, signIn } from './support/coming-in.ts';
import { addAuthenticator, codeFor, linkFor, newEmail, totpOf } from './support/people.ts';
import { hold, TETO, take } from './support/result.ts';
import { test } from './support/test.ts';

/** Ten codes shown once; the person has put them away. */
async function putAway(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  const codes = await dialog.getByRole('listitem').allTextContents();
  await dialog.getByRole('button', { name: '잘 챙겼어요' }).click();
  return codes;
}

test('an account from its first minute to its last, through the pages alone', async ({
  page,
  request,
  browser,
  contextOptions,
}) => {
  test.setTimeout(240_000);
  const email = newEmail('life');
  const mine = await take(request, TETO);

  // Sign up; the code comes by mail; the result this browser holds comes along.
  await page.goto('/signup');
  await hold(page, [{ ...mine, word: '테토' }]);
  await fillSignUp(page, email);
  await page.locator('form[data-form=register] [type=submit]').click();
  await page.locator('#code-code').fill(await codeFor(email));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '내 계정에 담기' }).click();
  await page.waitForURL('**/account');

  // An authenticator app, then a passkey.
  await open(page, '/account/security');
  const app = page.locator('section', { has: page.getByRole('heading', { name: '인증 앱', exact: true }) });
  await app.getByRole('button', { name: '켜기' }).click();
  const secret = ((await app.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '');
  await app.getByLabel('앱에 나온 숫자 6자리').fill(totpOf(secret, -1));
  await app.getByRole('button', { name: '켜기 마무리' }).click();
  const codes = await putAway(page);
  await addAuthenticator(page);
  await page.getByRole('button', { name: '패스키 만들기' }).click();
  await page.getByRole('dialog').getByLabel('이 패스키의 이름').fill('내 폰');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '내 폰' })).toBeVisible();

  // A new device: the password alone opens nothing.
  const device = await browser.newContext(contextOptions);
  const other = await device.newPage();
  await signIn(other, email);
  await other.getByRole('button', { name: '인증 앱 코드로 할래요' }).click();
  await other.locator('#totp-code').fill(totpOf(secret));
  await other.keyboard.press('Enter');
  await other.waitForURL('**/account');
  await open(other, '/history');
  await expect(other.locator('#account').getByRole('link', { name: /열기/ })).toHaveCount(1);
  await open(page, '/account/devices');
  await expect(page.locator('#account li').filter({ hasText: /Chrom/ })).toHaveCount(2);

  // The password is forgotten: a link, a new one, every device out, and still the second factor.
  await other.goto('/how');
  await device.clearCookies();
  await other.goto('/reset');
  await other.locator('#forgot-email').fill(email);
  await other.locator('form[data-form=forgot] [type=submit]').click();
  await other.goto(await linkFor(email, '/reset'));
  const fresh = '자정 넘어 끓인 라면이 제일 맛있다';
  await password(other).fill(fresh);
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: /바꿨|바뀌/ })).toBeFocused();
  await open(page, '/account');
  await expect(page.getByRole('heading', { name: '누구신지 아직 몰라요' })).toBeVisible();
  await signIn(other, email, { secret: fresh });
  await other.getByRole('button', { name: /복구 코드/ }).click();
  await other.locator('#recovery-code').fill(codes[3] ?? '');
  await other.keyboard.press('Enter');
  await other.waitForURL('**/account');

  // Everything we have, as a file; then the end.
  await open(other, '/account/data');
  await other.getByRole('button', { name: '묶어 주세요' }).click();
  await expect(other.locator('[data-export=ready]')).toBeVisible({ timeout: 90_000 });
  const [download] = await Promise.all([
    other.waitForEvent('download'),
    other.getByRole('button', { name: '내려받기' }).click(),
  ]);
  const files = Object.keys(unzipSync(new Uint8Array(readFileSync(await download.path()))));
  expect(
    files.some((name) => name.startsWith('results/') && name.endsWith('.pdf')),
    files.join(),
  ).toBe(true);
  await other.getByRole('button', { name: '계정 지우기' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByLabel(/라고 적기/).fill('삭제');
  await dialog.getByRole('button', { name: '네, 지워 주세요' }).click();
  await expect(other.getByRole('heading', { name: '짐을 싸 뒀어요' })).toBeFocused();
  await open(other, '/history');
  await expect(other.getByRole('heading', { name: '누구신지 아직 몰라요' })).toBeVisible();
  await device.close();
});
