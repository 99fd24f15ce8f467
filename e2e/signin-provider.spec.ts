import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { forget, who } from './support/coming-in.ts';
import { codeFor, newEmail, signUp } from './support/people.ts';
import { test } from './support/test.ts';

/** On the page of the local provider. */
async function atProvider(page: Page, { email = '', kind = 'verified', go = 'yes' }): Promise<void> {
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:/);
  await page.locator('input[name=email]').fill(email);
  await page.locator(`input[value=${kind}]`).check();
  await page.locator(`button[name=go][value=${go}]`).click();
}

test('through a provider: signed up in the language it began in, then signed in', async ({ page }) => {
  const email = newEmail('kakao');
  await page.goto('/en/signup?to=%2Fen%2Fhistory');
  await page.getByRole('button', { name: 'Continue with Kakao' }).click();
  await atProvider(page, { email });
  await page.waitForURL('**/en/signin/provider');
  await expect(page.locator('#step-sign_up')).toBeFocused();
  await expect(page.locator('#sign-up-email')).toBeHidden();
  await expectAccessible(page);
  await page.locator('#sign-up-birthDate').fill('20010305');
  await page.locator('#sign-up-terms').check();
  await page.locator('form[data-form=sign-up] [type=submit]').click();
  await expect(page.locator('#sign-up-privacy')).toBeFocused();
  await page.locator('#sign-up-privacy').check();
  await page.locator('form[data-form=sign-up] [type=submit]').click();
  await page.waitForURL('**/en/history');
  expect(await who(page)).toBe(email);

  await forget(page);
  await page.goto('/signin');
  await page.getByRole('button', { name: '카카오로 계속하기' }).click();
  await atProvider(page, { email });
  await page.waitForURL('**/account');
  expect(await who(page)).toBe(email);
});

test('through a provider that tells no address: asked for one, which a code proves', async ({ page }) => {
  const email = newEmail('naver');
  await page.goto('/signin');
  await page.getByRole('button', { name: '네이버로 계속하기' }).click();
  await atProvider(page, { email: newEmail(), kind: 'none' });
  await page.locator('#sign-up-email').fill(email);
  await page.locator('#sign-up-birthDate').fill('20010305');
  await page.locator('#sign-up-terms').check();
  await page.locator('#sign-up-privacy').check();
  await page.keyboard.press('Enter');
  await expect(page.locator('#step-code')).toBeFocused();
  await page.locator('#code-code').fill(await codeFor(email));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');
  expect(await who(page)).toBe(email);
});

test('OAuth: a known address is not linked, a denial and a return out of nowhere are said', async ({
  page,
  request,
}) => {
  const { email } = await signUp(request);
  await page.goto('/signin');
  await page.getByRole('button', { name: 'Google로 계속하기' }).click();
  await atProvider(page, { email });
  await expect(page.locator('[data-failed]')).toContainText('먼저 그 계정으로 로그인하고');
  await expect(page).toHaveURL('/signin/provider');
  expect(await who(page)).toBeUndefined();
  await expectAccessible(page);

  await page.goto('/signin');
  await page.getByRole('button', { name: 'LinkedIn으로 계속하기' }).click();
  await atProvider(page, { email, go: 'no' });
  await expect(page.locator('[data-failed]')).toContainText('취소하셨다면 괜찮아요');

  await page.goto('/en/signin/provider?code=stolen&state=elsewhere');
  await expect(page.locator('[data-failed]')).toContainText('not begun here');
  await expect(page).toHaveURL('/en/signin/provider');
});

test.describe('inside KakaoTalk', () => {
  test.use({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) KAKAOTALK 11.2.5' });
  test('Google gives way to what to do instead', async ({ page }) => {
    await page.route('**/api/v1/auth/oauth', (route) =>
      route.fulfill({
        json: {
          items: [
            { provider: 'google', on: true },
            { provider: 'kakao', on: true },
          ],
        },
      }),
    );
    await page.goto('/signin?to=%2Fhistory');
    await expect(page.getByText('지금은 KakaoTalk 안이에요')).toBeVisible();
    await expect(page.locator('[data-provider=google]')).toBeHidden();
    await expect(page.locator('[data-provider=kakao]')).toBeVisible();
    const out = await page.getByRole('link', { name: '바깥 브라우저로 열기' }).getAttribute('href');
    expect(out).toBe(`kakaotalk://web/openExternal?url=${encodeURIComponent(page.url())}`);
    await expectAccessible(page);
  });
});
