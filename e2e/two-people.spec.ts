import { expect } from '@playwright/test';
import { enter, open } from './support/account.ts';
import { bearer, signUp } from './support/people.ts';
import { test } from './support/test.ts';

test('a tab of one person does nothing as another who signed in beside it', async ({ page, request }) => {
  const [first, second] = [await signUp(page.request), await signUp(page.request)];
  await enter(page, first);
  await open(page, '/account');
  await expect(page.getByText(first.email)).toBeVisible();

  await enter(page, second);
  // Not from the page's own jar: the answer empties it.
  await request.post('/api/v1/auth/logout-all', { headers: bearer(first) });
  await page.getByLabel('이름').fill('첫째의 이름');
  await page.getByRole('button', { name: /저장/ }).first().click();
  await expect(page.getByText(second.email)).toBeVisible();
  const account = await page.request.get('/api/v1/users/me', { headers: bearer(second) });
  expect(await account.json()).toMatchObject({ email: second.email, name: null });
});
