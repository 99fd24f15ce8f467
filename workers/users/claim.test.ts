import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Claimed, History } from '../contract/users.ts';
import { newProfileId } from '../lib/ids.ts';
import { call, problemOf } from '../testing/api.ts';
import { makePerson } from '../testing/people.ts';
import { egen, take, teto } from '../testing/take.ts';

const MINE = '/api/v1/users/me/profiles';

interface Key {
  id: string;
  secret: string;
}
const keyOf = ({ profile, session }: Awaited<ReturnType<typeof take>>): Key => ({
  id: profile.id,
  secret: session.secret,
});
const claim = async (token: string, ...profiles: Key[]) =>
  (await call('POST', MINE, { secret: token, body: { profiles } })).json<Claimed>();
const history = async (token: string, query = '') =>
  (await call('GET', MINE + query, { secret: token })).json<History>();

test('results made without an account become its history, newest first', async () => {
  const { token } = await makePerson();
  const first = await take(teto);
  const second = await take(egen);
  await env.DB.prepare('UPDATE profiles SET created_at = 1000 WHERE id = ?').bind(first.profile.id).run();
  expect((await history(token)).items).toEqual([]);
  const ids = [first, second].map(({ profile }) => profile.id);
  expect(await claim(token, keyOf(first), keyOf(second))).toEqual({ claimed: ids, refused: [] });
  const { items, nextCursor } = await history(token);
  expect(items.map(({ id }) => id)).toEqual(ids.toReversed());
  expect(nextCursor).toBeNull();
  expect(items[1]).toMatchObject({ score: first.score, session: first.session.id, nickname: null });
  expect(items[1]?.percentiles.axis).toBeGreaterThan(90);
  // Claimed again: the same answer, nothing twice.
  expect((await claim(token, keyOf(first))).claimed).toEqual([first.profile.id]);
  expect((await history(token)).items).toHaveLength(2);
});

test('a history is read page by page, each result once, also when times are equal', async () => {
  const { token, id } = await makePerson();
  const { profile } = await take();
  const copy = `INSERT INTO profiles (id, session_id, user_id, secret_hash, assessment_id, version, language, mode,
    display_gender, visibility, score, created_at, updated_at)
    SELECT ?1, ?1, ?2, secret_hash, assessment_id, version, language, mode, display_gender, 'private', score, ?3, 1
    FROM profiles WHERE id = ?4`;
  const times = [5, 5, 5, 7, 3, 5, 9];
  const rows = times.map((time) => env.DB.prepare(copy).bind(newProfileId(), id, time, profile.id));
  await env.DB.batch(rows);
  const seen: { id: string; createdAt: string }[] = [];
  let cursor: string | null = null;
  do {
    const page: History = await history(token, `?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(seen.map((one) => one.id)).size).toBe(times.length);
  expect(seen.map((one) => Date.parse(one.createdAt))).toEqual([9, 7, 5, 5, 5, 5, 3]);
  for (const made of ['x', '-', 'zz-%', '999999999999-a']) {
    const refused = await call('GET', `${MINE}?cursor=${encodeURIComponent(made)}`, { secret: token });
    expect(await problemOf(refused)).toMatchObject({ code: 'invalid_field', field: 'query.cursor' });
  }
});

describe('Access: a claim', () => {
  test('needs the right secret, finds nothing that was never made, and takes nothing from another', async () => {
    const [mine, theirs] = await Promise.all([makePerson(), makePerson()]);
    const [one, two, three] = [await take(), await take(), await take()];
    await claim(theirs.token, keyOf(two));
    const unknown = { id: newProfileId(), secret: 'A'.repeat(43) };
    const guessed = { ...keyOf(three), secret: 'A'.repeat(43) };
    const guessedTheirs = { ...keyOf(two), secret: 'A'.repeat(43) };
    expect(await claim(mine.token, keyOf(one), keyOf(two), guessed, unknown)).toEqual({
      claimed: [one.profile.id],
      refused: [
        { id: two.profile.id, code: 'profile_claimed' },
        { id: three.profile.id, code: 'secret_wrong' },
        { id: unknown.id, code: 'profile_not_found' },
      ],
    });
    // Who does not have the secret does not learn that the result has an owner.
    expect((await claim(mine.token, guessedTheirs)).refused[0]?.code).toBe('secret_wrong');
    expect((await history(theirs.token)).items.map(({ id }) => id)).toEqual([two.profile.id]);
    expect((await history(mine.token)).items.map(({ id }) => id)).toEqual([one.profile.id]);
  });

  test('of one result by ten accounts at once leaves it with one', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => makePerson()));
    const taken = await take();
    const answers = await Promise.all(people.map(({ token }) => claim(token, keyOf(taken))));
    expect(answers.filter(({ claimed }) => claimed.length > 0)).toHaveLength(1);
    const kept = await Promise.all(people.map(({ token }) => history(token)));
    expect(kept.flatMap(({ items }) => items)).toHaveLength(1);
  });

  test('of twenty fits into one request, of more is refused', async () => {
    const { token } = await makePerson();
    const many = (n: number) =>
      Array.from({ length: n }, () => ({ id: newProfileId(), secret: 'A'.repeat(43) }));
    expect((await claim(token, ...many(20))).refused).toHaveLength(20);
    const refused = await call('POST', MINE, { secret: token, body: { profiles: many(21) } });
    expect((await problemOf(refused)).code).toBe('invalid_field');
  });

  test('another’s history is not found, whoever asks', async () => {
    const { id } = await makePerson();
    for (const role of ['taker', 'support', 'admin'] as const) {
      const { token } = await makePerson({ role });
      const refused = await call('GET', `/api/v1/users/${id}/profiles`, { secret: token });
      expect((await problemOf(refused)).code).toBe('user_not_found');
    }
  });
});
