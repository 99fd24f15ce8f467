import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { completeLogin } from '../../auth/complete-login.ts';
import type { SignedInUser } from '../../context.ts';
import type { Account } from '../../contract/users.ts';
import type { MailMessage } from '../../queues/messages.ts';
import { call, problemOf } from '../../testing/api.ts';
import { makePerson, type Person, testContext } from '../../testing/people.ts';
import { auditRow } from '../audit.ts';
import { beginDeletion } from './begin-deletion.ts';
import { deliver, endGrace, keeper, mailBox, night, traces } from './testing/index.ts';

const ME = '/api/v1/users/me';
const remove = ({ token }: Person, id = 'me') => call('DELETE', `/api/v1/users/${id}`, { secret: token });

/** Signs in again: a deletion has ended every sign-in. */
async function back({ id }: Person): Promise<string> {
  const { answer } = await completeLogin(testContext(), {
    userId: id,
    client: 'native',
    factors: ['password', 'totp'],
  });
  if (answer.next !== 'done') throw new Error('a second factor was asked for');
  return answer.accessToken;
}

const statusOf = (id: string) =>
  env.DB.prepare('SELECT status FROM users WHERE id = ?').bind(id).first<string>('status');
const audited = async (id: string) =>
  (
    await env.DB.prepare('SELECT action, actor FROM audit WHERE subject = ? ORDER BY id')
      .bind(id)
      .all<{ action: string; actor: string | null }>()
  ).results;

test('a deletion ends every sign-in at once and leaves seven days to think better of it', async () => {
  const person = await keeper();
  const before = Date.now();
  const answer = await remove(person);
  expect(answer.status).toBe(202);
  expect(answer.headers.get('set-cookie')).toMatch(/__Host-refresh=;.*Max-Age=0/);
  const account = await answer.json<Account>();
  expect(account).toMatchObject({ id: person.id, status: 'deleted' });
  const days = (Date.parse(account.deleteAfter ?? '') - before) / 86_400_000;
  expect(days).toBeGreaterThanOrEqual(7);
  expect(days).toBeLessThan(7.001);
  expect((await call('GET', `${ME}/exports`, { secret: person.token })).status).toBe(401);
  const refresh = await call('POST', '/api/v1/auth/refresh', { body: { refreshToken: person.refreshToken } });
  expect(refresh.status).toBe(401);

  await deliver({ type: 'purge', userId: person.id });
  await night();
  const token = await back(person);
  expect((await call('POST', `${ME}/restore`, { secret: token })).status).toBe(200);
  expect(await statusOf(person.id)).toBe('active');
  expect((await audited(person.id)).map(({ action }) => action)).toEqual([
    'account.delete',
    'account.restore',
  ]);
  const again = await call('POST', `${ME}/restore`, { secret: token });
  expect(await problemOf(again)).toMatchObject({ status: 409, code: 'account_not_deleted' });
});

test('its mail goes out each time, also when a request brings the id of another', async () => {
  const sent = vi.spyOn(env.MAIL_QUEUE, 'send');
  const person = await makePerson();
  const headers = { 'x-request-id': 'the-same' };
  for (const token of [person.token, null]) {
    const secret = token ?? (await back(person));
    expect((await call('DELETE', ME, { secret, headers })).status).toBe(202);
    expect((await call('POST', `${ME}/restore`, { secret: await back(person) })).status).toBe(200);
  }
  const mails = sent.mock.calls.map(([message]) => message as MailMessage);
  sent.mockRestore();
  const told = mails.filter(({ to, mail }) => to === person.email && mail.template === 'deletion_begun');
  expect(new Set(told.map(({ id }) => id)).size).toBe(2);
});

test('its mail says until when and where to take it back', async () => {
  const box = mailBox();
  const person = await makePerson({ language: 'en' });
  const ctx = testContext();
  const user: SignedInUser = {
    ...{ id: person.id, role: 'taker', status: 'active', email: person.email, language: 'en' },
    ...{ family: person.family, authenticatedAt: ctx.now },
  };
  await beginDeletion({ ...ctx, user, env: { ...env, MAIL_QUEUE: box } as unknown as Env }, { id: 'me' });
  expect(box.sent).toEqual([
    expect.objectContaining({
      to: person.email,
      mail: expect.objectContaining({
        template: 'deletion_begun',
        restoreUrl: 'http://localhost:8788/en/signin',
        deleteAfter: ctx.now + 7 * 86_400_000,
      }),
    }),
  ]);
});

test('who proved themselves long ago must do so again; another’s account is not found', async () => {
  const [person, other] = await Promise.all([makePerson(), makePerson({ role: 'support' })]);
  expect(await problemOf(await remove(other, person.id))).toMatchObject({
    status: 404,
    code: 'user_not_found',
  });
  await env.DB.prepare('UPDATE refresh_families SET authenticated_at = 0 WHERE user_id = ?')
    .bind(person.id)
    .run();
  expect(await problemOf(await remove(person))).toMatchObject({ code: 'reauthentication_required' });
  expect(await statusOf(person.id)).toBe('active');
});

test('the last admin cannot go, and stays signed in', async () => {
  const admin = await makePerson({ role: 'admin' });
  expect(await problemOf(await remove(admin))).toMatchObject({ status: 409, code: 'last_admin' });
  expect((await call('GET', `${ME}/exports`, { secret: admin.token })).status).toBe(200);
  expect(await audited(admin.id)).toEqual([]);
  const second = await makePerson({ role: 'admin' });
  const both = await Promise.all([remove(admin), remove(second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
});

test('once the grace is over nobody restores it, and the night ends it', async () => {
  const person = await keeper({ nickname: '가요' });
  await remove(person);
  const token = await back(person);
  await endGrace(person.id);
  const late = await call('POST', `${ME}/restore`, { secret: token });
  expect(await problemOf(late)).toMatchObject({ status: 404, code: 'user_not_found' });
  await night();
  expect(await statusOf(person.id)).toBeNull();
  expect((await call('GET', `${ME}/exports`, { secret: token })).status).toBe(401);
  expect((await call('GET', `/api/v1/profiles/${person.profile.slug}`)).status).toBe(404);
});

test('a suspended account is not purged, nor one that was restored while its purge was on its way', async () => {
  const [kept, back] = await Promise.all([
    makePerson({ status: 'suspended', deleteAfter: 1 }),
    makePerson({ status: 'active', deleteAfter: null }),
  ]);
  for (const { id } of [kept, back]) {
    expect((await deliver({ type: 'purge', userId: id })).explicitAcks).toEqual(['m']);
    expect(await statusOf(id)).not.toBeNull();
  }
});

describe('Every privileged act leaves an audit row', () => {
  test('those about a person outlive the account, as ids alone; the person’s own do not', async () => {
    const [person, staff] = await Promise.all([makePerson(), makePerson({ role: 'admin' })]);
    const ctx = testContext();
    const by = (id: string, role: SignedInUser['role']) => {
      const user: SignedInUser = {
        ...{ id, role, status: 'active', email: '', language: 'ko' },
        ...{ family: '', authenticatedAt: 0 },
      };
      return { ...ctx, user };
    };
    const rows = [
      auditRow(by(staff.id, 'admin'), {
        action: 'users.suspend',
        subject: person.id,
        details: { reason: 'wrote to 김카나리' },
      }),
      auditRow(by(person.id, 'taker'), { action: 'auth.password_changed', subject: person.id }),
      auditRow(ctx, { action: 'auth.locked', subject: person.id }),
      auditRow(ctx, { action: 'auth.locked', subject: staff.id }),
    ];
    for (const { at, actor, role, action, subject, details, requestId } of rows) {
      await env.DB.prepare(
        'INSERT INTO audit (at, actor, role, action, subject, details, request_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
        .bind(at, actor, role, action, subject, JSON.stringify(details), requestId)
        .run();
    }
    await remove(person);
    await endGrace(person.id);
    await night();
    expect(await audited(person.id)).toEqual([
      { action: 'users.suspend', actor: staff.id },
      { action: 'account.purge', actor: null },
    ]);
    expect(await traces('김카나리')).toEqual([]);
    expect(await audited(staff.id)).toEqual([{ action: 'auth.locked', actor: null }]);
  });
});
