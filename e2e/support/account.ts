import { expect, type Page } from '@playwright/test';
import { bearer, type Person } from './people.ts';
import { inRecord } from './record.ts';
import { type TETO, takeAndShare } from './result.ts';

function write(sql: string, id: string): void {
  inRecord((database) => expect(database.prepare(sql).run(id).changes, sql).toBeGreaterThan(0));
}

/** Signs the page's browser in, as its own form would. */
export async function enter(page: Page, { email, password }: Person): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { email, password } });
  expect(await answer.json()).toMatchObject({ next: 'done' });
}

/** Opens a page of an account and waits until it knows who is there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('#account')).not.toHaveAttribute('aria-busy');
}

/** Makes every sign-in so old that what matters asks again who is there. */
export const growOld = ({ id }: Person): void =>
  write('UPDATE refresh_families SET authenticated_at = 0 WHERE user_id = ?', id);

/** Makes an admin of somebody. */
export const promote = ({ id }: Person): void => write("UPDATE users SET role = 'admin' WHERE id = ?", id);

/** Takes the test as often as there are takers and puts the results into the account. Returns their ids, oldest first. */
export async function keepResults(
  page: Page,
  person: Person,
  takers: readonly (typeof TETO)[],
): Promise<string[]> {
  const profiles: { id: string; secret: string }[] = [];
  for (const taker of takers) {
    const { id, secret } = await takeAndShare(page.request, taker);
    profiles.push({ id, secret });
  }
  const answer = await page.request.post('/api/v1/users/me/profiles', {
    headers: bearer(person),
    data: { profiles },
  });
  const ids = profiles.map(({ id }) => id);
  expect(await answer.json()).toEqual({ claimed: ids, refused: [] });
  return ids;
}
