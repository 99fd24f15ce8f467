import { env } from 'cloudflare:workers';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { call } from '../../testing/api.ts';
import { makePerson } from '../../testing/people.ts';

describe('Faults: a mail queue that does not answer', () => {
  let broken: ReturnType<typeof vi.spyOn>;
  beforeAll(() => {
    broken = vi.spyOn(env.MAIL_QUEUE, 'send').mockRejectedValue(new Error('queue is down'));
  });
  afterAll(() => void broken.mockRestore());

  test('costs nobody the recovery codes that are shown once', async () => {
    const { token: secret } = await makePerson();
    const setup = await call('POST', '/api/v1/auth/mfa/setup', { secret });
    const app = new TOTP({ secret: Secret.fromBase32((await setup.json<{ secret: string }>()).secret) });
    const confirmed = await call('POST', '/api/v1/auth/mfa/confirm', {
      secret,
      body: { code: app.generate() },
    });
    expect(confirmed.status).toBe(200);
    expect((await confirmed.json<{ codes: string[] }>()).codes).toHaveLength(10);
    expect(broken).toHaveBeenCalled();
  });

  test('leaves a change of password done and said', async () => {
    const { token: secret } = await makePerson();
    const body = { password: '늦은 밤 라면 한 그릇 더' };
    expect((await call('PUT', '/api/v1/auth/password', { secret, body })).status).toBe(204);
  });

  test('does not keep a deletion from beginning', async () => {
    const { token: secret } = await makePerson();
    expect((await call('DELETE', '/api/v1/users/me', { secret })).status).toBe(202);
  });

  test('is no success where a code is waited for', async () => {
    const body = { email: 'somebody.else@people.example' };
    const { token: secret } = await makePerson();
    expect((await call('PUT', '/api/v1/auth/email', { secret, body })).ok).toBe(false);
  });
});
