import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { CodeSent } from '../contract/auth.ts';
import { audit, users } from '../db/tables/users.ts';
import { call, problemOf } from '../testing/api.ts';
import { catchMails } from '../testing/mails.ts';
import { makePerson, type Person, testContext } from '../testing/people.ts';
import { newAddress, PASSWORD } from '../testing/sign-up.ts';
import { hashPassword } from './password/hash.ts';

const { db } = testContext();
const mails = catchMails();
const post = (path: string, body: unknown, secret?: string) =>
  call('POST', `/api/v1/auth${path}`, { body, ...(secret && { secret }) });

async function begin(person: Person, email = newAddress()) {
  const answer = await call('PUT', '/api/v1/auth/email', { body: { email }, secret: person.token });
  expect(answer.status).toBe(202);
  const { challenge } = await answer.json<CodeSent>();
  return { email, challenge, code: (await mails.newest(email, 'email_change')).mail.code };
}
const confirm = ({ token }: Person, challenge: string, code: string) =>
  post('/email/confirm', { challenge, code }, token);
const addressOf = async ({ id }: Person) => (await db.select().from(users).where(eq(users.id, id)))[0]?.email;

describe('A change of address', () => {
  test('waits for the code at the new one; then the old one is told and signs in no more', async () => {
    const person = await makePerson({ passwordHash: hashPassword(PASSWORD) });
    const { email, challenge, code } = await begin(person);
    expect(await addressOf(person)).toBe(person.email);
    const wrong = await confirm(person, challenge, code === '000000' ? '000001' : '000000');
    expect((await problemOf(wrong)).code).toBe('code_wrong');
    expect((await confirm(person, challenge, code)).status).toBe(204);
    expect(await addressOf(person)).toBe(email);
    const told = await mails.newest(person.email, 'email_changed');
    expect(told.mail.to).toBe(email);
    expect((await post('/login', { email: person.email, password: PASSWORD })).status).toBe(401);
    expect((await post('/login', { email, password: PASSWORD })).status).toBe(200);
    const rows = await db.select().from(audit).where(eq(audit.subject, person.id));
    expect(rows).toMatchObject([{ action: 'auth.email_changed', actor: person.id, details: {} }]);
    expect((await confirm(person, challenge, code)).status).toBe(410);
  });

  test('ends the links mailed to the old address', async () => {
    const person = await makePerson({ passwordHash: hashPassword(PASSWORD) });
    await post('/password/forgot', { email: person.email, language: 'ko' });
    const { mail } = await mails.newest(person.email, 'reset');
    const { challenge, code } = await begin(person);
    await confirm(person, challenge, code);
    const token = new URL(mail.url).hash.slice(1);
    expect((await post('/password/reset', { token, password: '초록 바다 물결 8' })).status).toBe(410);
  });

  test('is nobody else’s to confirm, and has five tries', async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const { challenge, code } = await begin(person);
    expect((await problemOf(await confirm(other, challenge, code))).code).toBe('challenge_expired');
    for (let tries = 0; tries < 5; tries++) {
      await confirm(person, challenge, code === '000000' ? '000001' : '000000');
    }
    expect((await problemOf(await confirm(person, challenge, code))).code).toBe('challenge_expired');
    expect(await addressOf(person)).toBe(person.email);
  });

  test('of two to the same address at once, one gets it', async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    const first = await begin(one);
    const second = await begin(two, first.email);
    expect((await confirm(two, second.challenge, second.code)).status).toBe(204);
    expect((await problemOf(await confirm(one, first.challenge, first.code))).code).toBe('email_taken');
    expect(await addressOf(one)).toBe(one.email);
  });

  test('to the address one has, or without having just signed in, is refused', async () => {
    const person = await makePerson();
    const same = await call('PUT', '/api/v1/auth/email', {
      body: { email: person.email },
      secret: person.token,
    });
    expect(await problemOf(same)).toMatchObject({ code: 'invalid_field', field: 'email' });
  });
});
