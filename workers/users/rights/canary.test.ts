import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { backgroundContext } from '../../context.ts';
import { readLake } from '../../lake/read.ts';
import { responsesKey } from '../../queues/messages.ts';
import { call } from '../../testing/api.ts';
import { testContext } from '../../testing/people.ts';
import { purgeAccount } from './purge.ts';
import { deliver, endGrace, keeper, mailBox, night, traces } from './testing/index.ts';
import { Killed, killedAfter } from './testing/killed.ts';

type Someone = Awaited<ReturnType<typeof keeper>>;

/** Plants texts that occur nowhere else in everything an account can hold, and returns them with its ids. */
async function plant(canary: string): Promise<{ someone: Someone; texts: string[] }> {
  const someone = await keeper({ nickname: `${canary}이름표` });
  const { id, profile, session } = someone;
  const now = Date.now();
  const statements: [sql: string, ...values: unknown[]][] = [
    ['UPDATE users SET name = ?, password_hash = ? WHERE id = ?', `${canary}이름`, `${canary}hash`, id],
    ['UPDATE refresh_families SET device = ?, place = ? WHERE user_id = ?', `${canary}폰`, `${canary}시`, id],
    [
      "INSERT INTO passkeys VALUES (?, ?, 'key', 0, '[]', ?, 0, ?, NULL)",
      `${canary}passkey`,
      id,
      `${canary}열쇠`,
      now,
    ],
    ["INSERT INTO identities VALUES ('kakao', ?, ?, ?)", `${canary}sub`, id, now],
    ['INSERT INTO totp_secrets VALUES (?, ?, 0, ?, ?)', id, `${canary}totp`, now, now],
    ['INSERT INTO recovery_codes VALUES (?, ?, NULL)', id, `${canary}code`],
    [
      "INSERT INTO consents (user_id, kind, version, granted, at) VALUES (?, 'terms', ?, 1, ?)",
      id,
      canary,
      now,
    ],
    ["INSERT INTO challenges VALUES (?, 'reset', ?, '{}', 0, ?, ?)", `${canary}reset`, id, now, now + 1e10],
    [
      "INSERT INTO challenges VALUES (?, 'sign_up', NULL, ?, 0, ?, ?)",
      `${canary}signup`,
      JSON.stringify({ email: someone.email }),
      ...[now, now + 1e10],
    ],
    ["INSERT INTO sent_mail VALUES (?, 'sent', ?)", `reset:${id}`, now],
    [
      "INSERT INTO audit (at, actor, role, action, subject, details, request_id) VALUES (?, ?, 'taker', 'auth.x', ?, ?, 'r')",
      ...[now, id, id, JSON.stringify({ note: canary })],
    ],
  ];
  await env.DB.batch(statements.map(([sql, ...values]) => env.DB.prepare(sql).bind(...values)));
  const card = await call('GET', `/cards/${profile.slug}.png`);
  expect(card.status).toBe(200);
  await card.arrayBuffer();
  await env.FILES.put(`pdf/${profile.id}/1/ko.pdf`, `%PDF-${canary}`);
  const job = { type: 'export', id: `x_${id.slice(2)}`, userId: id } as const;
  await env.DB.prepare("INSERT INTO exports (id, user_id, state, requested_at) VALUES (?, ?, 'queued', ?)")
    .bind(job.id, id, now)
    .run();
  await deliver(job, { from: { MAIL_QUEUE: mailBox() } });
  expect(await env.FILES.head(`exports/${job.id}.zip`)).not.toBeNull();
  const texts = [canary, someone.email, id, profile.id, profile.slug ?? '', session.id, job.id];
  return { someone, texts };
}

/** The lake has the answers: written by a queue, and its rows are packed, so it is asked for the session's key. */
const inLake = async (session: string): Promise<boolean> => {
  const key = await responsesKey(session);
  let found = false;
  await readLake(testContext(), { assessment: 'teto-egen', version: 1, language: 'ko' }, (one) => {
    found ||= one.key === key;
    return !found;
  });
  return found;
};

describe('Deletion leaves no trace of a planted canary', () => {
  let planted: Awaited<ReturnType<typeof plant>>;
  let other: Someone;

  beforeAll(async () => {
    planted = await plant('카나리아');
    other = await keeper({ nickname: '이웃' });
  });

  test('it is everywhere before', async () => {
    const { someone, texts } = planted;
    const places = (await traces(...texts)).map((place) => place.split(/[ /]/).slice(0, 2).join(' '));
    expect([...new Set(places)].sort()).toEqual([
      ...['D1 audit', 'D1 challenges', 'D1 consents', 'D1 exports', 'D1 identities', 'D1 passkeys'],
      ...['D1 profiles', 'D1 recovery_codes', 'D1 refresh_families', 'D1 sent_mail', 'D1 totp_secrets'],
      ...['D1 users', 'R2 cards', 'R2 exports', 'R2 pdf', `object ${someone.session.id}`],
    ]);
    await expect.poll(() => inLake(someone.session.id), { timeout: 20_000 }).toBe(true);
  });

  test('and nowhere after, but for the ids of what staff and system did', async () => {
    const { someone, texts } = planted;
    await call('DELETE', '/api/v1/users/me', { secret: someone.token });
    await endGrace(someone.id);
    await night();
    const [user, ...rest] = [someone.id, ...texts.filter((text) => text !== someone.id)];
    expect(await traces(...rest)).toEqual([]);
    expect(await traces(user ?? '')).toEqual(['D1 audit']);
    expect(await inLake(someone.session.id)).toBe(false);
    const card = await call('GET', `/cards/${someone.profile.slug}.png`);
    expect(card.status).toBe(404);
  });

  test('the neighbour keeps everything', async () => {
    const places = await traces(other.id, other.profile.id);
    expect(places).toContain('D1 users');
    expect(places).toContain('D1 profiles');
    const answered = await traces(other.session.id);
    expect(answered).toContain('D1 profiles');
  });
});

describe('SIGKILL at any moment', () => {
  test('a purge killed between any two steps is finished by the next delivery', {
    timeout: 120_000,
  }, async () => {
    let steps = Number.POSITIVE_INFINITY;
    let rounds = 0;
    for (let survives = 0; survives < steps; survives++, rounds++) {
      const { someone, texts } = await plant(`죽음${survives}-`);
      await env.DB.prepare("UPDATE users SET status = 'deleted', delete_after = 1 WHERE id = ?")
        .bind(someone.id)
        .run();
      const dying = killedAfter(env, survives);
      const ctx = backgroundContext(dying.env, { waitUntil: () => undefined });
      const dead = await purgeAccount(ctx, { userId: someone.id }).then(
        () => false,
        (error: Error) => {
          if (error instanceof Killed || error.cause instanceof Killed) return true;
          throw error;
        },
      );
      if (!dead) steps = dying.steps();
      await deliver({ type: 'purge', userId: someone.id }, { from: { MAIL_QUEUE: mailBox() } });
      const places = await traces(...texts);
      expect(
        places.filter((place) => place !== 'D1 audit'),
        `killed after ${survives} steps`,
      ).toEqual([]);
    }
    expect(rounds).toBeGreaterThan(10);
  });
});
