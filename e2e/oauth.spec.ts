import { expect, type Page } from '@playwright/test';
import { waitForMail } from '../tools/local-mail.ts';
import { test } from './support/test.ts';

// The identity provider beside the product is a certified one: what is clicked here is what speaks to the real ones.

interface Choice {
  provider: string;
  email?: string;
  kind?: 'verified' | 'unverified' | 'none';
  button?: string;
}

/** To a provider and back: chooses who is there on its own page. */
async function goBy(page: Page, { provider, email, kind, button = 'Continue' }: Choice): Promise<void> {
  await page.goto('/en/signin/');
  await page.locator(`[data-provider=${provider}]`).click();
  await page.waitForURL(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${provider}/login/`));
  if (email) await page.getByRole('textbox', { name: 'Address' }).fill(email);
  if (kind) await page.locator(`[name=kind][value=${kind}]`).check();
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL(/\/signin\/provider/);
}

async function fillSignUp(page: Page): Promise<void> {
  await page.locator('[name=birthDate]').fill('20000102');
  for (const name of ['terms', 'privacy']) await page.locator(`[name=${name}]`).check();
}

const someone = (): string => `${crypto.randomUUID()}@people.example`;
const submit = (page: Page) => page.locator('form:visible [type=submit]').click();

for (const provider of ['google', 'linkedin', 'kakao', 'naver']) {
  test(`${provider}: sign up, and come back on another device`, async ({ page, browser, baseURL }) => {
    const email = someone();
    await goBy(page, { provider, email });
    await expect(page).toHaveURL(/\/en\/signin\/provider\/?$/);
    await fillSignUp(page);
    const ask = page.locator('form:visible [name=email]');
    if (provider === 'naver') {
      // Naver vouches for no address: it is proved by a code.
      await ask.fill(email);
      await submit(page);
      const { text } = await waitForMail(email);
      await page.locator('#code-code').fill(/\b\d{6}\b/.exec(text)?.[0] ?? '');
    } else {
      await expect(ask).toBeHidden();
    }
    await submit(page);
    await page.waitForURL(/\/en\/account\/?$/);

    const other = await browser.newContext({ baseURL: baseURL ?? '' });
    const device = await other.newPage();
    await goBy(device, { provider, email });
    await device.waitForURL(/\/en\/account\/?$/);
    const cookies = await other.cookies(baseURL);
    expect(cookies.map(({ name }) => name)).toContain('__Host-refresh');
    expect(cookies.map(({ name }) => name)).not.toContain('__Host-oauth');
    await other.close();
  });
}

test('who says no at the provider is told, and nobody is signed in', async ({ page, context }) => {
  await goBy(page, { provider: 'google', button: 'Deny' });
  await expect(page.getByRole('alert').filter({ visible: true })).not.toBeEmpty();
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-refresh');
});

test('a provider that hangs is left after eight seconds', async ({ page }) => {
  await goBy(page, { provider: 'kakao', email: someone(), button: 'hang' });
  await expect(page.getByRole('alert').filter({ visible: true })).not.toBeEmpty({ timeout: 15_000 });
});

test('the query of a provider is of no use in another browser', async ({ page, browser, baseURL }) => {
  const finish = /\/api\/v1\/auth\/oauth\/google\/finish$/;
  let query = '';
  await page.route(finish, async (route) => {
    const { params } = route.request().postDataJSON() as { params: Record<string, string> };
    query = new URLSearchParams(params).toString();
    await route.abort();
  });
  await goBy(page, { provider: 'google' });
  await expect.poll(() => query).toContain('code=');
  const thief = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await thief.goto('/en/signin/');
  const kept = JSON.stringify({ provider: 'google', language: 'en', link: false, to: null, at: Date.now() });
  await thief.evaluate((trip) => sessionStorage.setItem('provider-trip', trip), kept);
  const answered = thief.waitForResponse(finish);
  await thief.goto(`/en/signin/provider/?${query}`);
  expect((await answered).status()).toBe(410);
  await thief.context().close();
});
