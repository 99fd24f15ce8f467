import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { users } from '../db/tables/users.ts';
import { call } from '../testing/api.ts';
import { catchMails } from '../testing/mails.ts';
import { makePerson, testContext } from '../testing/people.ts';
import { newAddress, PASSWORD, registration } from '../testing/sign-up.ts';
import { hashPassword, work } from './password/hash.ts';

const { db } = testContext();
const mails = catchMails();
const hashes = vi.spyOn(work, 'argon2id');
beforeEach(() => void hashes.mockClear());

/** What a stranger sees of an answer: everything but what is random for everybody. */
async function seen(response: Response) {
  const body = await response.json<Record<string, unknown>>();
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
  const shape = Object.entries(body).map(([key, value]) => [
    key,
    ['challenge', 'expiresAt', 'requestId'].includes(key) ? String(value).length : value,
  ]);
  return { status: response.status, headers, shape };
}

async function known() {
  const { email, token } = await makePerson({ passwordHash: hashPassword(PASSWORD) });
  hashes.mockClear();
  return { email, token };
}

async function compare(send: (email: string) => Promise<Response>) {
  const person = await known();
  const first = await seen(await send(person.email));
  const work = hashes.mock.calls.length;
  hashes.mockClear();
  const nobody = newAddress();
  const second = await seen(await send(nobody));
  expect(second).toEqual(first);
  expect(hashes.mock.calls.map(([, , cost]) => cost)).toHaveLength(work);
  return { status: first.status, work, known: person.email, nobody };
}

const post = (path: string, body: unknown, secret?: string) =>
  call('POST', `/api/v1/auth${path}`, { body, ...(secret && { secret }) });

describe('No enumeration', () => {
  test('login: a wrong password and an unknown address answer alike, after the same hash', async () => {
    const { status, work: done } = await compare((email) =>
      post('/login', { email, password: 'not the one' }),
    );
    expect([status, done]).toEqual([401, 1]);
    const [, , cost] = hashes.mock.calls[0] ?? [];
    expect(cost).toEqual({ memory: 19_456, passes: 2, lanes: 1 });
  });

  test('login: so does an account without a password, a suspended one, and a text too short to be one', async () => {
    const without = await makePerson();
    const suspended = await makePerson({ status: 'suspended', passwordHash: hashPassword(PASSWORD) });
    hashes.mockClear();
    const answers = [
      await seen(await post('/login', { email: newAddress(), password: PASSWORD })),
      await seen(await post('/login', { email: without.email, password: PASSWORD })),
      await seen(await post('/login', { email: suspended.email, password: `${PASSWORD}!` })),
      await seen(await post('/login', { email: suspended.email, password: '1' })),
    ];
    expect(hashes).toHaveBeenCalledTimes(4);
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect((await post('/login', { email: suspended.email, password: PASSWORD })).status).toBe(403);
  });

  test('register: one answer, one hash, one mail each; only the mail knows the difference', async () => {
    const {
      status,
      work: done,
      ...to
    } = await compare((email) => post('/register', registration({ email })));
    expect([status, done]).toEqual([202, 1]);
    expect(mails.to(to.known).map(({ mail }) => mail.template)).toEqual(['already_registered']);
    expect(mails.to(to.nobody).map(({ mail }) => mail.template)).toEqual(['verify']);
  });

  test('register: the code, the resending and what is kept do not tell either', async () => {
    const attempt = async (email: string) => {
      const { challenge } = await (await post('/register', registration({ email }))).json<{
        challenge: string;
      }>();
      const wrong = await seen(await post('/verify-email', { challenge, code: '000000' }));
      const again = await post('/verify-email/resend', { challenge });
      const next = await again.clone().json<{ challenge: string }>();
      const after = await seen(await post('/verify-email', { challenge: next.challenge, code: '000000' }));
      return [wrong, await seen(again), after];
    };
    const { email } = await known();
    expect(await attempt(email)).toEqual(await attempt(newAddress()));
    expect(mails.to(email)).toHaveLength(2);
  });

  test.each(['/password/forgot', '/magic-link'])('%s answers alike; nobody gets no mail', async (path) => {
    const { status, known: email, nobody } = await compare((email) => post(path, { email, language: 'en' }));
    expect(status).toBe(202);
    await vi.waitFor(() => expect(mails.to(email)).toHaveLength(1));
    expect(mails.to(nobody)).toEqual([]);
  });

  test('a new address that is taken answers as a free one, and its owner is told', async () => {
    const [owner, person] = [await known(), await known()];
    const change = (email: string) =>
      call('PUT', '/api/v1/auth/email', { body: { email }, secret: person.token });
    const free = newAddress();
    const answers = [await seen(await change(owner.email)), await seen(await change(free))];
    expect(answers[0]).toEqual(answers[1]);
    expect(mails.to(owner.email).map(({ mail }) => mail.template)).toEqual(['already_registered']);
    expect(mails.to(free).map(({ mail }) => mail.template)).toEqual(['email_change']);
    expect(await db.$count(users, eq(users.email, free))).toBe(0);
  });

  test('addresses and secrets stand in no answer but the owner’s, and in no log', async () => {
    const lines = vi.spyOn(console, 'log');
    const { email } = await known();
    const answers = [
      await post('/login', { email, password: 'not the one' }),
      await post('/register', registration({ email })),
      await post('/password/forgot', { email, language: 'ko' }),
    ];
    for (const one of answers) expect(await one.text()).not.toContain(email.split('@')[0]);
    expect(JSON.stringify(lines.mock.calls)).not.toContain(email.split('@')[0]);
  });
});
