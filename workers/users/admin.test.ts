import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import type { SignedInUser } from '../context.ts';
import type { Account, AuditEntry, FoundUser } from '../contract/users.ts';
import { call, problemOf } from '../testing/api.ts';
import { makePerson, type Person, testContext } from '../testing/people.ts';
import { setRole } from './set-role.ts';
import { setStatus } from './set-status.ts';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

const find = async ({ token }: Person, query: Record<string, string>) =>
  (await call('GET', `/api/v1/users?${new URLSearchParams(query)}`, { secret: token })).json<
    Page<FoundUser>
  >();
const put = ({ token }: Person, path: string, body: object) =>
  call('PUT', `/api/v1/users/${path}`, { secret: token, body });
const suspend = (actor: Person, id: string) =>
  put(actor, `${id}/status`, { status: 'suspended', reason: 'spam since May' });
const read = ({ token }: Person, id: string) => call('GET', `/api/v1/users/${id}`, { secret: token });
const rowsBy = async (actor: Person) => {
  const { results } = await env.DB.prepare('SELECT * FROM audit WHERE actor = ? ORDER BY id')
    .bind(actor.id)
    .all<{ action: string; subject: string | null; details: string; role: string }>();
  return results;
};

describe('Access: reading another account', () => {
  test('shows its address to support, and is written down', async () => {
    const [support, person] = await Promise.all([makePerson({ role: 'support' }), makePerson()]);
    expect((await (await read(support, person.id)).json<Account>()).email).toBe(person.email);
    expect((await call('GET', `/api/v1/users/${person.id}/consents`, { secret: support.token })).status).toBe(
      200,
    );
    const rows = await rowsBy(support);
    expect(rows.map(({ action, subject, role }) => [action, subject, role])).toEqual([
      ['users.read', person.id, 'support'],
      ['users.read', person.id, 'support'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(person.email);
  });

  test('is not found for who has no such right, one being deleted among them', async () => {
    const { id } = await makePerson();
    const readers = await Promise.all([
      ...(['taker', 'editor', 'analyst'] as const).map((role) => makePerson({ role })),
      makePerson({ role: 'admin', status: 'deleted' }),
    ]);
    for (const reader of readers) {
      expect((await problemOf(await read(reader, id))).code).toBe('user_not_found');
      expect(await rowsBy(reader)).toEqual([]);
    }
  });
});

describe('suspending', () => {
  test('ends every sign-in at once, is mailed once and written down; taken back, the way in is open', async () => {
    const sent = vi.spyOn(env.MAIL_QUEUE, 'send');
    const [support, person] = await Promise.all([makePerson({ role: 'support' }), makePerson()]);
    const done = await suspend(support, person.id);
    expect(await done.json<Account>()).toMatchObject({ id: person.id, status: 'suspended' });
    await suspend(support, person.id);
    const mails = sent.mock.calls.map(([message]) => message as { to: string; mail: { template: string } });
    sent.mockRestore();
    expect(mails.filter(({ to }) => to === person.email).map(({ mail }) => mail.template)).toEqual([
      'suspended',
    ]);
    expect((await read(person, 'me')).status).toBe(401);
    const refresh = { body: { refreshToken: person.refreshToken } };
    expect((await problemOf(await call('POST', '/api/v1/auth/refresh', refresh))).code).toBe(
      'refresh_invalid',
    );

    const back = await put(support, `${person.id}/status`, { status: 'active', reason: 'ask kim@naver.com' });
    expect((await back.json<Account>()).status).toBe('active');
    expect((await read(person, 'me')).status).toBe(401);
    const rows = await rowsBy(support);
    expect(rows.map(({ action }) => action)).toEqual(['users.suspend', 'users.suspend', 'users.suspend']);
    expect(JSON.parse(rows[0]?.details ?? '')).toEqual({
      ...{ from: 'active', to: 'suspended', reason: 'spam since May' },
    });
    expect(rows[2]?.details).toContain('ask ***@***');
  });

  test('an account that its owner deletes is not touched', async () => {
    const [support, person] = await Promise.all([
      makePerson({ role: 'support' }),
      makePerson({ status: 'deleted' }),
    ]);
    expect((await problemOf(await suspend(support, person.id))).code).toBe('account_deleted');
    expect(await rowsBy(support)).toEqual([]);
  });
});

describe('Access: nobody acts on a role at or above their own', () => {
  const ROLES = ['taker', 'editor', 'analyst', 'support', 'admin'] as const;
  test.each(ROLES)('support and %s', async (role) => {
    const [support, person] = await Promise.all([makePerson({ role: 'support' }), makePerson({ role })]);
    const { status } = await suspend(support, person.id);
    expect(status).toBe(['support', 'admin'].includes(role) ? 403 : 200);
    expect((await read(person, 'me')).status).toBe(status === 200 ? 401 : 200);
  });

  test('an admin acts on anyone but oneself', async () => {
    const [admin, other] = await Promise.all([makePerson({ role: 'admin' }), makePerson({ role: 'admin' })]);
    for (const id of ['me', admin.id]) {
      expect((await problemOf(await suspend(admin, id))).code).toBe('not_allowed');
      const role = { role: 'taker', reason: 'tired' };
      expect((await problemOf(await put(admin, `${id}/role`, role))).code).toBe('not_allowed');
    }
    expect((await suspend(admin, other.id)).status).toBe(200);
  });
});

describe('roles', () => {
  test('count from the next request on, without a new sign-in, and are written down', async () => {
    const [admin, person] = await Promise.all([makePerson({ role: 'admin' }), makePerson()]);
    expect((await call('GET', '/api/v1/users', { secret: person.token })).status).toBe(403);
    const given = await put(admin, `${person.id}/role`, { role: 'support', reason: 'new at the desk' });
    expect(await given.json<Account>()).toMatchObject({ role: 'support' });
    expect((await call('GET', '/api/v1/users', { secret: person.token })).status).toBe(200);
    await put(admin, `${person.id}/role`, { role: 'taker', reason: 'has left us' });
    expect((await call('GET', '/api/v1/users', { secret: person.token })).status).toBe(403);
    expect((await rowsBy(admin)).map(({ details }) => JSON.parse(details))).toEqual([
      { from: 'taker', to: 'support', reason: 'new at the desk' },
      { from: 'support', to: 'taker', reason: 'has left us' },
    ]);
  });

  test('the last admin stays one, whatever happens meanwhile', async () => {
    await env.DB.prepare("UPDATE users SET role = 'taker' WHERE role = 'admin'").run();
    const [one, two] = await Promise.all([makePerson({ role: 'admin' }), makePerson({ role: 'admin' })]);
    // The first is let through the guard, and is no admin any more when the second's turn comes.
    const ctx = { ...testContext(), user: await userOf(one) };
    await env.DB.prepare("UPDATE users SET role = 'taker' WHERE id = ?").bind(one.id).run();
    const input = { id: two.id, reason: 'a quarrel' };
    await expect(setRole(ctx, { ...input, role: 'taker' })).rejects.toMatchObject({ code: 'last_admin' });
    await expect(setStatus(ctx, { ...input, status: 'suspended' })).rejects.toMatchObject({
      code: 'last_admin',
    });
    expect((await call('GET', '/api/v1/audit', { secret: two.token })).status).toBe(200);
    expect(await rowsBy(one)).toEqual([]);
  });

  test('two admins who take each other’s role at once leave one', async () => {
    await env.DB.prepare("UPDATE users SET role = 'taker' WHERE role = 'admin'").run();
    const [one, two] = await Promise.all([makePerson({ role: 'admin' }), makePerson({ role: 'admin' })]);
    const demote = (actor: Person, { id }: Person) =>
      put(actor, `${id}/role`, { role: 'taker', reason: 'a quarrel' });
    const done = await Promise.all([demote(one, two), demote(two, one)]);
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await env.DB.prepare("SELECT count(*) AS n FROM users WHERE role = 'admin'").first('n');
    expect(left).toBe(1);
  });
});

describe('Access: every privileged act leaves an audit row', () => {
  test('which an admin reads, filtered and page by page; the reading is one as well', async () => {
    const [admin, support, person] = await Promise.all([
      makePerson({ role: 'admin' }),
      makePerson({ role: 'support' }),
      makePerson(),
    ]);
    await find(support, { q: person.email });
    await read(support, person.id);
    await suspend(support, person.id);
    const audit = async (query: Record<string, string>) =>
      (await call('GET', `/api/v1/audit?${new URLSearchParams(query)}`, { secret: admin.token })).json<
        Page<AuditEntry>
      >();
    const all = await audit({ actor: support.id });
    expect(all.items.map(({ action }) => action)).toEqual(['users.suspend', 'users.read', 'users.find']);
    expect(all.items[2]?.details).toEqual({ searched: true, status: null, role: null, found: 1 });
    expect(JSON.stringify(all)).not.toContain(person.email);
    const first = await audit({ actor: support.id, limit: '2' });
    const rest = await audit({ actor: support.id, limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(rest.nextCursor).toBeNull();
    expect((await audit({ subject: person.id, action: 'users.suspend' })).items).toHaveLength(1);
    expect((await rowsBy(admin)).map(({ action }) => action)).toEqual(Array(4).fill('audit.read'));
    const wrong = await call('GET', '/api/v1/audit?cursor=x-y', { secret: admin.token });
    expect(await problemOf(wrong)).toMatchObject({ code: 'invalid_field', field: 'query.cursor' });
  });
});

async function userOf({ id, email, family }: Person): Promise<SignedInUser> {
  const authenticatedAt = Date.now();
  return { id, email, family, language: 'ko', role: 'admin', status: 'active', authenticatedAt };
}

test('who suspends or promotes has proved in the last ten minutes who is there', async () => {
  const [admin, taker] = await Promise.all([makePerson({ role: 'admin' }), makePerson()]);
  await env.DB.prepare('UPDATE refresh_families SET authenticated_at = 0 WHERE id = ?')
    .bind(admin.family)
    .run();
  for (const [what, body] of [
    ['status', { status: 'suspended', reason: 'spam, often' }],
    ['role', { role: 'admin', reason: 'a friend of mine' }],
  ] as const) {
    const refused = await call('PUT', `/api/v1/users/${taker.id}/${what}`, { secret: admin.token, body });
    expect((await problemOf(refused)).code).toBe('reauthentication_required');
  }
});
