import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { forget, who } from './support/coming-in.ts';
import { codeFor, newEmail, signUp } from './support/people.ts';
import { test } from './support/test.ts';

// The identity provider beside the product is a certified one: what is clicked here is what speaks to the real ones.

const BUTTONS = {
  google: ['Google로 계속하기', 'Continue with Google'],
  linkedin: ['LinkedIn으로 계속하기', 'Continue with LinkedIn'],
  kakao: ['카카오로 계속하기', 'Continue with Kakao'],
  naver: ['네이버로 계속하기', 'Continue with Naver'],
} as const;

interface Choice {
  from?: string;
  email?: string;
  kind?: 'verified' | 'none';
  press?: 'Continue' | 'Deny' | 'hang';
}

/** From a page of ours to a provider and back: chooses on the provider's own page who is there. */
async function goBy(page: Page, provider: keyof typeof BUTTONS, choice: Choice = {}): Promise<void> {
  const { from = '/signin', email = newEmail(provider), kind = 'verified', press = 'Continue' } = choice;
  await page.goto(from);
  const name = BUTTONS[provider][from.startsWith('/en') ? 1 : 0];
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForURL(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${provider}/login/`));
  await page.getByRole('textbox', { name: 'Address' }).fill(email);
  await page.locator(`[name=kind][value=${kind}]`).check();
  await page.getByRole('button', { name: press, exact: true }).click();
}

const submit = (page: Page) => page.locator('form[data-form=sign-up] [type=submit]').click();
const cookies = async (page: Page) => (await page.context().cookies()).map(({ name }) => name);

for (const provider of ['google', 'linkedin', 'naver'] as const) {
  test(`${provider}: sign up, and come back on another device`, async ({ page, browser, contextOptions }) => {
    const email = newEmail(provider);
    const choice: Choice = { from: '/en/signin', email, kind: provider === 'naver' ? 'none' : 'verified' };
    await goBy(page, provider, choice);
    await page.waitForURL('**/en/signin/provider');
    await page.locator('#sign-up-birthDate').fill('20010305');
    await page.locator('#sign-up-terms').check();
    await page.locator('#sign-up-privacy').check();
    const ask = page.locator('#sign-up-email');
    if (provider === 'naver') {
      // Naver vouches for no address: it is proved by a code.
      await ask.fill(email);
      await page.keyboard.press('Enter');
      await expect(page.locator('#step-code')).toBeFocused();
      await page.locator('#code-code').fill(await codeFor(email));
      await page.keyboard.press('Enter');
    } else {
      await expect(ask).toBeHidden();
      await submit(page);
    }
    await page.waitForURL('**/en/account');
    expect(await who(page)).toBe(email);

    const device = await (await browser.newContext(contextOptions)).newPage();
    await goBy(device, provider, choice);
    await device.waitForURL('**/en/account');
    expect(await cookies(device)).toContain('__Host-refresh');
    expect(await cookies(device)).not.toContain('__Host-oauth');
    expect(await who(device)).toBe(email);
    await device.context().close();
  });
}

test('kakao: signed up in the language and for the page it began with, then signed in', async ({ page }) => {
  const email = newEmail('kakao');
  await goBy(page, 'kakao', { from: '/en/signup?to=%2Fen%2Fhistory', email });
  await page.waitForURL('**/en/signin/provider');
  await expect(page.locator('#step-sign_up')).toBeFocused();
  await expect(page.locator('#sign-up-email')).toBeHidden();
  await expectAccessible(page);
  await page.locator('#sign-up-birthDate').fill('20010305');
  await page.locator('#sign-up-terms').check();
  await submit(page);
  await expect(page.locator('#sign-up-privacy')).toBeFocused();
  await page.locator('#sign-up-privacy').check();
  await submit(page);
  await page.waitForURL('**/en/history');
  expect(await who(page)).toBe(email);

  await forget(page);
  await goBy(page, 'kakao', { email });
  await page.waitForURL('**/account');
  expect(await cookies(page)).not.toContain('__Host-oauth');
  expect(await who(page)).toBe(email);
});

test('OAuth: a known address is not linked, a denial and a return out of nowhere are said', async ({
  page,
  request,
}) => {
  const { email } = await signUp(request);
  await goBy(page, 'google', { email });
  await expect(page.locator('[data-failed]')).toContainText('먼저 그 계정으로 로그인하고');
  await expect(page).toHaveURL('/signin/provider');
  expect(await who(page)).toBeUndefined();
  await expectAccessible(page);

  await goBy(page, 'linkedin', { email, press: 'Deny' });
  await expect(page.locator('[data-failed]')).toContainText('취소하셨다면 괜찮아요');
  expect(await cookies(page)).not.toContain('__Host-refresh');

  await page.goto('/en/signin/provider?code=stolen&state=elsewhere');
  await expect(page.locator('[data-failed]')).toContainText('not begun here');
  await expect(page).toHaveURL('/en/signin/provider');
});

test('a provider that hangs is left after eight seconds', async ({ page }) => {
  await goBy(page, 'kakao', { press: 'hang' });
  await expect(page.locator('[data-failed]')).not.toBeEmpty({ timeout: 15_000 });
});

test('the query of a provider is of no use in another browser', async ({ page, browser, contextOptions }) => {
  const finish = /\/api\/v1\/auth\/oauth\/google\/finish$/;
  let query = '';
  await page.route(finish, async (route) => {
    const { params } = route.request().postDataJSON() as { params: Record<string, string> };
    query = new URLSearchParams(params).toString();
    await route.abort();
  });
  await goBy(page, 'google');
  await expect.poll(() => query).toContain('code=');
  const thief = await (await browser.newContext(contextOptions)).newPage();
  await thief.goto('/signin');
  const kept = JSON.stringify({ provider: 'google', language: 'ko', link: false, to: null, at: Date.now() });
  await thief.evaluate((trip) => sessionStorage.setItem('provider-trip', trip), kept);
  const answered = thief.waitForResponse(finish);
  await thief.goto(`/signin/provider?${query}`);
  expect((await answered).status()).toBe(410);
  await thief.context().close();
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
