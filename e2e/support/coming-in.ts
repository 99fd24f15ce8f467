import type { Page } from '@playwright/test';
import { PASSWORD } from './people.ts';

export const password = (page: Page) => page.locator('[data-step]:visible input[autocomplete$=password]');

export async function fillSignUp(page: Page, email: string): Promise<void> {
  await page.locator('#register-email').fill(email);
  await page.locator('#register-password').fill(PASSWORD);
  await page.locator('#register-birthDate').fill('2001. 3. 5.');
  await page.locator('#register-terms').check();
  await page.locator('#register-privacy').check();
}

export async function signIn(
  page: Page,
  email: string,
  { path = '/signin', secret = PASSWORD } = {},
): Promise<void> {
  await page.goto(path);
  await page.locator('#login-email').fill(email);
  await password(page).fill(secret);
  await page.locator('form[data-form=login] [type=submit]').click();
}

/** Another device, as far as the server can tell. What the page was still asking for would bring the cookie back. */
export async function forget(page: Page): Promise<void> {
  await page.goto('/how');
  await page.context().clearCookies();
}

/** The account as the page's own cookie has it. */
export const who = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/v1/auth/refresh', { method: 'POST', headers, body: '{}' });
    return answer.ok ? (await answer.json()).user.email : undefined;
  });
