import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { identities, refreshFamilies } from '../../db/tables/auth.ts';
import { audit, users } from '../../db/tables/users.ts';
import { newSecret } from '../../lib/ids.ts';
import { call, ORIGIN } from '../../testing/api.ts';
import { makePerson, testContext } from '../../testing/people.ts';
import {
  address,
  begin,
  codeOf,
  come,
  eachWithProvider,
  finish,
  here,
  newcomer,
  path,
} from './testing/flow.ts';

const { db } = testContext();
eachWithProvider();

describe('OAuth: linking', () => {
  test('needs a fresh proof of who is there, and ends for the same person only', async () => {
    const [mine, theirs] = [await makePerson(), await makePerson()];
    const old = await makePerson();
    await db.update(refreshFamilies).set({ authenticatedAt: 1 }).where(eq(refreshFamilies.id, old.family));
    const stale = await call('POST', path('google'), { body: { language: 'ko' }, secret: old.token });
    expect(await codeOf(stale)).toBe('reauthentication_required');
    const bad = await call('POST', path('google'), { body: { language: 'ko' }, secret: 'a.b.c' });
    expect(await codeOf(bad)).toBe('token_invalid');

    const { url, cookie } = await begin('google', { secret: mine.token });
    const params = here.provider.approve(url);
    expect(await codeOf(await finish('google', params, { cookie }))).toBe('token_required');
    const other = await finish('google', params, { cookie, secret: theirs.token });
    expect(await codeOf(other)).toBe('challenge_expired');
    const linked = await finish('google', params, { cookie, secret: mine.token });
    expect(await linked.json()).toMatchObject({ next: 'linked', user: { id: mine.id } });
    expect(linked.headers.get('set-cookie')).not.toContain('__Host-refresh');
    expect(here.mails.map(({ to, mail }) => [to, mail])).toEqual([
      [mine.email, { template: 'provider_linked', provider: 'google' }],
    ]);
    const rows = await db.select().from(audit).where(eq(audit.subject, mine.id));
    expect(rows.map(({ action, details }) => [action, details])).toEqual([
      ['auth.provider_linked', { provider: 'google' }],
    ]);
  });

  test('is mailed each time, also when a request brings the id of another', async () => {
    const { email, token: secret } = await makePerson();
    for (const name of ['google', 'naver'] as const) {
      const { url, cookie } = await begin(name, { secret });
      const params = here.provider.approve(url, { claims: { sub: newSecret() } });
      const headers = { cookie, origin: ORIGIN, 'x-request-id': 'the-same' };
      const linked = await call('POST', path(name, '/finish'), { body: { params }, headers, secret });
      expect(linked.headers.get('x-request-id')).toBe('the-same');
    }
    expect(here.mails.map(({ to }) => to)).toEqual([email, email]);
    expect(new Set(here.mails.map(({ id }) => id)).size).toBe(2);
  });

  test('one provider account opens one account here', async () => {
    const [first, second] = [await makePerson(), await makePerson()];
    const sub = newSecret();
    expect((await come('kakao', { sub }, { secret: first.token })).status).toBe(200);
    expect(await codeOf(await come('kakao', { sub }, { secret: second.token }))).toBe('identity_taken');
    expect((await come('kakao', { sub }, { secret: first.token })).status).toBe(200);
    expect(here.mails).toHaveLength(1);
  });

  test('a second account at a provider takes the place of the first, unless it is another’s', async () => {
    const [mine, theirs] = [await makePerson(), await makePerson()];
    const [one, two, foreign] = [newSecret(), newSecret(), newSecret()];
    await come('google', { sub: foreign }, { secret: theirs.token });
    await come('google', { sub: one }, { secret: mine.token });
    const subjects = async () =>
      (await db.select().from(identities).where(eq(identities.userId, mine.id))).map(
        ({ subject }) => subject,
      );
    expect(await codeOf(await come('google', { sub: foreign }, { secret: mine.token }))).toBe(
      'identity_taken',
    );
    expect(await subjects()).toEqual([one]);
    expect((await come('google', { sub: two }, { secret: mine.token })).status).toBe(200);
    expect(await subjects()).toEqual([two]);
  });

  test('a link goes, but not the last way in', async () => {
    const { token, id } = await newcomer('google', newSecret(), address());
    const unlink = (name: string) => call('DELETE', path(name), { secret: token });
    expect(await codeOf(await unlink('google'))).toBe('last_way_in');
    expect(await codeOf(await unlink('naver'))).toBe('identity_not_found');
    await come('naver', { sub: newSecret() }, { secret: token });
    // Two at once: one of them stays.
    const both = await Promise.all([unlink('google'), unlink('naver')]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    await db.update(users).set({ passwordHash: '-' }).where(eq(users.id, id));
    const last = await Promise.all([unlink('google'), unlink('naver')]);
    expect(last.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect(await db.$count(identities, eq(identities.userId, id))).toBe(0);
    await db.update(refreshFamilies).set({ authenticatedAt: 1 }).where(eq(refreshFamilies.userId, id));
    expect(await codeOf(await unlink('google'))).toBe('reauthentication_required');
  });
});
