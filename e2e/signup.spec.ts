import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { fillSignUp, password, who } from './support/coming-in.ts';
import { codeFor, newEmail, PASSWORD, signUp } from './support/people.ts';
import { hold, TETO, take } from './support/result.ts';
import { test } from './support/test.ts';

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
