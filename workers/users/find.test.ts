import { describe, expect, test } from 'vitest';
import type { FoundUser } from '../contract/users.ts';
import { newSlug } from '../lib/ids.ts';
import { call } from '../testing/api.ts';
import { makePerson, type Person } from '../testing/people.ts';

interface Page {
  items: FoundUser[];
  nextCursor: string | null;
}

const find = async ({ token }: Person, query: Record<string, string>) =>
  (await call('GET', `/api/v1/users?${new URLSearchParams(query)}`, { secret: token })).json<Page>();

describe('finding accounts', () => {
  test('by part of an address or name or by id, with addresses masked', async () => {
    const support = await makePerson({ role: 'support' });
    const mark = newSlug().toLowerCase();
    const email = `kim.${mark}@naver.example`;
    const person = await makePerson({ email, name: `김테토 ${mark.slice(0, 5)}` });
    for (const q of [mark, `KIM.${mark}`, person.id, `토 ${mark.slice(0, 5)}`]) {
      const { items } = await find(support, { q });
      expect(items.map(({ id }) => id)).toEqual([person.id]);
      expect(items[0]?.email).toBe('k***@n***.example');
      expect(JSON.stringify(items)).not.toContain(email);
    }
    expect((await find(support, { q: mark, status: 'suspended' })).items).toEqual([]);
    expect((await find(support, { q: mark, role: 'taker', status: 'active' })).items).toHaveLength(1);
  });

  test.each(['%', '_', '\\', `%${'가'.repeat(99)}`, '가'.repeat(100), "' OR 1=1 --"])(
    'takes %s as it is written',
    async (q) => {
      const support = await makePerson({ role: 'support' });
      await makePerson({ name: '이름' });
      expect((await find(support, { q })).items).toEqual([]);
    },
  );

  test('goes on where it ended, newest first', async () => {
    const support = await makePerson({ role: 'support' });
    const mark = newSlug().toLowerCase();
    const times = [3, 1, 2, 2, 2];
    await Promise.all(
      times.map((createdAt, n) => makePerson({ email: `${n}.${mark}@people.example`, createdAt })),
    );
    const seen: FoundUser[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await find(support, { q: mark, limit: '2', ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.map((one) => Date.parse(one.createdAt))).toEqual([3, 2, 2, 2, 1]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
  });
});
