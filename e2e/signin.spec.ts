import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import {
  addAuthenticator,
  addPasskey,
  addTotp,
  codeFor,
  linkFor,
  newEmail,
  PASSWORD,
  signUp,
  totpOf,
} from './support/people.ts';
import { hold, TETO, take } from './support/result.ts';
import { test } from './support/test.ts';

const password = (page: Page) => page.locator('[data-step]:visible input[autocomplete$=password]');

async function fillSignUp(page: Page, email: string): Promise<void> {
  await page.locator('#register-email').fill(email);
  await page.locator('#register-password').fill(PASSWORD);
  await page.locator('#register-birthDate').fill('2001. 3. 5.');
  await page.locator('#register-terms').check();
  await page.locator('#register-privacy').check();
}

async function signIn(page: Page, email: string, path = '/signin'): Promise<void> {
  await page.goto(path);
  await page.locator('#login-email').fill(email);
  await password(page).fill(PASSWORD);
  await page.locator('form[data-form=login] [type=submit]').click();
}

/** Another device, as far as the server can tell. What the page was still asking for would bring the cookie back. */
async function forget(page: Page): Promise<void> {
  await page.goto('/how');
  await page.context().clearCookies();
}

/** The account as the page's own cookie has it. */
const who = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/v1/auth/refresh', { method: 'POST', headers, body: '{}' });
    return answer.ok ? (await answer.json()).user.email : undefined;
  });

for (const [language, home, go] of [
  ['ko', '', '내 계정에 담기'],
  ['en', '/en', 'Keep them in my account'],
] as const) {
  test(`${language}: sign up, a code from the mail, the browser's results kept, signed in`, async ({
    page,
    request,
  }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    const mine = await take(request, TETO);
    await page.goto(`${home}/signup`);
    await hold(page, [{ ...mine, word: '테토' }]);
    const email = newEmail();
    for (const free of ['analytics', 'news'])
      await expect(page.locator(`#register-${free}`)).not.toBeChecked();
    await fillSignUp(page, email.toUpperCase());
    await page.locator('form[data-form=register] [type=submit]').click();
    await expect(page.locator('#step-code')).toBeFocused();
    await expect(page.locator('[data-resend]')).toBeDisabled();
    await expectAccessible(page);

    const code = await codeFor(email);
    // Looking for the mail may cost the page: the step is still there.
    await page.reload();
    await page.locator('#code-code').fill(code === '000000' ? '111111' : '000000');
    await page.locator('form[data-form=code] [type=submit]').click();
    await expect(page.locator('#code-code')).toBeFocused();
    await expect(page.locator('#code-code')).toHaveAttribute('aria-invalid', 'true');
    await page.locator('#code-code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('#step-claim')).toBeFocused();
    await expect(page.locator('[data-claim-list] li')).toHaveCount(1);
    await expectAccessible(page);

    await page.getByRole('button', { name: go }).click();
    await page.waitForURL(`**${home}/account`);
    expect(await who(page)).toBe(email);
    const kept = await page.evaluate(async () => {
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      const { accessToken } = await (await fetch('/api/v1/auth/refresh', post)).json();
      const headers = { authorization: `Bearer ${accessToken}` };
      return (await (await fetch('/api/v1/users/me/profiles', { headers })).json()).items;
    });
    expect(kept.map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    expect(problems).toEqual([]);
  });
}

test('what is wrong is said at its field, the first one has the focus, and nothing typed is lost', async ({
  page,
}) => {
  await page.goto('/signup');
  const send = page.locator('form[data-form=register] [type=submit]');
  await send.click();
  await expect(page.locator('#register-email')).toBeFocused();
  await expect(page.locator('form[data-form=register] [aria-invalid=true]')).toHaveCount(5);
  await expect(page.locator('#register-email')).toHaveAccessibleDescription('비어 있어요.');
  await expectAccessible(page);

  await fillSignUp(page, 'nobody@example');
  await send.click();
  await expect(page.locator('#register-email-error')).toContainText('이메일 주소 모양이 아니에요');
  await page.locator('#register-email').fill(newEmail());
  await expect(page.locator('#register-email-error')).toBeEmpty();
  await page.locator('#register-birthDate').fill('20010230');
  await send.click();
  await expect(page.locator('#register-birthDate')).toBeFocused();

  await page.locator('#register-birthDate').fill(`${new Date().getFullYear() - 13}0101`);
  await send.click();
  await expect(page.locator('#register-birthDate-error')).toContainText('만 14세부터');
  await page.locator('#register-birthDate').fill('20010305');
  await password(page).fill('qwertyuiop');
  await expect(page.locator('[data-strength]')).toHaveAttribute('data-level', '0');
  await send.click();
  await expect(page.locator('#register-password-error')).toContainText('많은 사람이 쓰는');
  await expect(page.locator('#register-password')).toBeFocused();
  await expect(page.locator('#register-birthDate')).toHaveValue('20010305');
  await expect(page.locator('#register-terms')).toBeChecked();
  expect(page.url()).not.toContain('qwerty');
});

test('No enumeration: a known address gets the same page as a new one', async ({ page, request }) => {
  const { email } = await signUp(request);
  await page.goto('/signup');
  await fillSignUp(page, email);
  await page.locator('form[data-form=register] [type=submit]').click();
  await expect(page.locator('#step-code')).toBeFocused();
  await expect(page.locator('[data-code-text]')).toContainText(email);
});

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
  await signIn(page, person.email, '/en/signin');
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

test('by keyboard alone: sign up and sign in', async ({ page }) => {
  const email = newEmail();
  await page.goto('/signup');
  await page.waitForLoadState('networkidle');
  const tabTo = async (selector: string): Promise<void> => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      if (await page.locator(selector).evaluate((one) => one === document.activeElement)) return;
    }
    throw new Error(`${selector} cannot be reached`);
  };
  await tabTo('#register-email');
  await page.keyboard.type(email);
  await tabTo('#register-password');
  await page.keyboard.type(PASSWORD);
  await tabTo('#register-birthDate');
  await page.keyboard.type('20010305');
  for (const box of ['#register-terms', '#register-privacy']) {
    await tabTo(box);
    await page.keyboard.press('Space');
  }
  await tabTo('form[data-form=register] [type=submit]');
  await page.keyboard.press('Enter');
  await expect(page.locator('#step-code')).toBeFocused();
  const code = await codeFor(email);
  await tabTo('#code-code');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');
});

test('without script the page says so, and no form can be sent', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  for (const path of ['/signin', '/signup', '/reset', '/signin/link']) {
    await page.goto(path);
    await expect(page.locator('noscript div').first()).toContainText('자바스크립트가 필요해요');
    for (const form of await page.locator('form').all()) {
      await expect(form).toHaveAttribute('method', 'post');
      await expect(form.locator('[type=submit]')).toBeDisabled();
    }
  }
  await context.close();
});

test('pages of coming in stay out of search, the sitemap and the cache of the service worker', async ({
  page,
  request,
}) => {
  const xml = await (await request.get('/sitemap.xml')).text();
  const worker = await (await request.get('/sw.js')).text();
  for (const path of ['/signin', '/signup', '/signin/link', '/signin/provider', '/reset'])
    for (const address of [path, `/en${path}`]) {
      await page.goto(address);
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
      await expect(page.locator('link[rel=canonical]')).toHaveCount(0);
      await expect(page.locator('h1:visible')).toHaveCount(1);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, address).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      expect(xml).not.toContain(path);
      expect(worker).not.toContain(`"${address}"`);
    }
});

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
