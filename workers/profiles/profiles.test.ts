import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { OwnProfile, PublicProfile, Shared } from '../contract/profiles.ts';
import { newSlug } from '../lib/ids.ts';
import { call, problemOf } from '../testing/api.ts';
import { egen, take, teto } from '../testing/take.ts';
import { DRAWING } from './revision.ts';

const files = async (prefix: string) => (await env.FILES.list({ prefix })).objects.map(({ key }) => key);

test('a result is read, renamed, hidden, shared again and deleted', async () => {
  const { profile, session, score } = await take(teto);
  const { secret } = session;
  const own = `/api/v1/profiles/${profile.id}`;
  expect(score.kind).toBe('teto');

  const shared = await call('GET', `/api/v1/profiles/${profile.slug}`);
  const seen = await shared.json<PublicProfile>();
  expect(seen).toMatchObject({
    slug: profile.slug,
    score,
    visibility: 'unlisted',
    nickname: null,
    revision: 1,
  });
  expect(JSON.stringify(seen)).not.toContain(profile.id);
  expect(JSON.stringify(seen)).not.toContain(session.id);
  expect(seen.percentiles.axis).toBeGreaterThan(90);
  expect(seen.percentiles.basis).toBe('model');

  const renamed = await call('PUT', own, { secret, body: { nickname: ' 김테토 ', displayGender: 'female' } });
  expect(await renamed.json<OwnProfile>()).toMatchObject({
    nickname: '김테토',
    displayGender: 'female',
    revision: 2,
    score,
  });
  const again = await call('GET', `/api/v1/profiles/${profile.slug}`);
  expect(await again.json<PublicProfile>()).toMatchObject({ nickname: '김테토' });

  expect((await call('DELETE', `${own}/share`, { secret })).status).toBe(204);
  expect(await problemOf(await call('GET', `/api/v1/profiles/${profile.slug}`))).toMatchObject({
    code: 'profile_not_found',
  });
  const hidden = await call('GET', own, { secret });
  expect(await hidden.json<OwnProfile>()).toMatchObject({ slug: null, visibility: 'private' });

  const anew = await (await call('POST', `${own}/share`, { secret })).json<Shared>();
  expect(anew.slug).not.toBe(profile.slug);
  expect(anew.url).toBe(`http://localhost:8788/r/${anew.slug}`);
  const twice = await (await call('POST', `${own}/share`, { secret })).json<Shared>();
  expect(twice.slug).toBe(anew.slug);

  expect((await call('DELETE', own, { secret })).status).toBe(204);
  expect(await problemOf(await call('GET', own, { secret }))).toMatchObject({ status: 404 });
  expect(await problemOf(await call('GET', `/api/v1/profiles/${anew.slug}`))).toMatchObject({ status: 404 });
  expect(await problemOf(await call('GET', `/api/v1/sessions/${session.id}`, { secret }))).toMatchObject({
    code: 'session_not_found',
  });
});

test('a private result keeps its address but shows it to nobody else', async () => {
  const { profile, session } = await take(egen);
  const { secret } = session;
  await call('PUT', `/api/v1/profiles/${profile.id}`, { secret, body: { visibility: 'private' } });
  expect((await call('GET', `/api/v1/profiles/${profile.slug}`)).status).toBe(404);
  expect((await call('GET', `/cards/${profile.slug}.png`)).status).toBe(404);
  const shared = await call('POST', `/api/v1/profiles/${profile.id}/share`, { secret });
  expect(await shared.json<Shared>()).toMatchObject({ slug: profile.slug, visibility: 'unlisted' });
  expect((await call('GET', `/api/v1/profiles/${profile.slug}`)).status).toBe(200);
});

test('only the secret of its own session opens, changes or deletes a result', async () => {
  const mine = await take(teto);
  const theirs = await take(egen);
  const own = `/api/v1/profiles/${mine.profile.id}`;
  const tries = [
    ['GET', own],
    ['PUT', own],
    ['DELETE', own],
    ['POST', `${own}/share`],
    ['DELETE', `${own}/share`],
    ['GET', `${own}/pdf`],
  ] as const;
  for (const [method, path] of tries) {
    const body = method === 'PUT' ? { nickname: 'x' } : undefined;
    expect(await problemOf(await call(method, path, { body }))).toMatchObject({
      status: 401,
      code: 'secret_required',
    });
    const wrong = await call(method, path, { body, secret: theirs.session.secret });
    expect(await problemOf(wrong)).toMatchObject({ status: 403, code: 'secret_wrong' });
  }
  expect((await call('GET', own, { secret: mine.session.secret })).status).toBe(200);
  const headers = { authorization: `bearer ${mine.session.secret}` };
  expect((await call('GET', own, { headers })).status).toBe(200);
});

test('POST /profiles gives the one profile of a completed session', async () => {
  const { profile, session } = await take(teto);
  const { secret } = session;
  const body = { session: session.id, nickname: '하늘' };
  const made = await call('POST', '/api/v1/profiles', { secret, body });
  expect(made.status).toBe(201);
  expect(await made.json<OwnProfile>()).toMatchObject({ id: profile.id, nickname: '하늘', revision: 2 });
  const repeat = await call('POST', '/api/v1/profiles', { secret, body });
  expect(await repeat.json<OwnProfile>()).toMatchObject({ id: profile.id, revision: 2 });

  const begun = await call('POST', '/api/v1/assessments/teto-egen/sessions', { body: { language: 'en' } });
  const open = await begun.json<{ id: string; secret: string }>();
  const early = await call('POST', '/api/v1/profiles', { secret: open.secret, body: { session: open.id } });
  expect(await problemOf(early)).toMatchObject({ code: 'session_not_completed' });
});

test('a card is drawn once, kept, served with an ETag, and gone or redrawn on change', async () => {
  const { profile, session } = await take(teto);
  const { secret } = session;
  const path = `/cards/${profile.slug}.png`;
  const first = await call('GET', path);
  expect(first.headers.get('content-type')).toBe('image/png');
  const png = new Uint8Array(await first.arrayBuffer());
  expect([...png.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  expect(png.byteLength).toBeLessThan(120 * 1024);
  const etag = first.headers.get('etag') ?? '';
  await expect
    .poll(() => files(`cards/${profile.id}/`))
    .toEqual([`cards/${profile.id}/1.${DRAWING}/og-ko.png`]);
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    expect((await call('GET', path, { headers: { 'if-none-match': known } })).status).toBe(304);
  }

  for (const suffix of ['-story', '-square']) {
    expect((await call('GET', `/cards/${profile.slug}${suffix}.png?lang=en`)).status).toBe(200);
  }
  await call('PUT', `/api/v1/profiles/${profile.id}`, { secret, body: { nickname: '새 이름' } });
  expect(await files(`cards/${profile.id}/`)).toEqual([]);
  const redrawn = await call('GET', path);
  expect(redrawn.headers.get('etag')).not.toBe(etag);
  expect(new Uint8Array(await redrawn.arrayBuffer())).not.toEqual(png);

  await call('DELETE', `/api/v1/profiles/${profile.id}`, { secret });
  expect((await call('GET', path)).status).toBe(404);
  expect(await files(`cards/${profile.id}/`)).toEqual([]);
});

test('a card or PDF kept of an older drawing is not served', async () => {
  const { profile } = await take(teto);
  const old = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  for (const drawing of ['1', `1.${DRAWING - 1}`]) {
    await env.FILES.put(`cards/${profile.id}/${drawing}/og-ko.png`, old);
    await env.FILES.put(`pdf/${profile.id}/${drawing}/ko.pdf`, old);
  }
  const card = await call('GET', `/cards/${profile.slug}.png`);
  expect((await card.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  expect(card.headers.get('etag')).toBe(`"1.${DRAWING}-og-ko"`);
  expect((await call('GET', `/api/v1/profiles/${profile.slug}/pdf`)).status).toBe(202);
});

test('no percentile leaves 1 to 99, and each says its range', async () => {
  const { profile } = await take(teto);
  const { percentiles, score } = await (
    await call('GET', `/api/v1/profiles/${profile.slug}`)
  ).json<PublicProfile>();
  const { ranges, facets } = percentiles;
  expect(ranges.facets).toHaveLength(score.facets.length);
  const places = [
    ...(['axis', 'teto', 'egen'] as const).map((scale) => ({ at: percentiles[scale], ...ranges[scale] })),
    ...ranges.facets.map((range, i) => ({ at: facets[i] ?? 0, ...range })),
  ];
  for (const { at, low, high } of places) {
    expect(low).toBeGreaterThanOrEqual(1);
    expect(at).toBeGreaterThanOrEqual(low);
    expect(high).toBeGreaterThanOrEqual(at);
    expect(high).toBeLessThanOrEqual(99);
  }
});

test('a kept card answers reads only, by whatever way it was kept', async () => {
  const { profile, session } = await take(teto);
  const path = `/cards/${profile.slug}.png`;
  const first = await call('GET', path);
  const png = await first.arrayBuffer();
  await expect
    .poll(async () => (await caches.default.match(`http://localhost:8788${path}`))?.status)
    .toBe(200);
  for (let turn = 0; turn < 3; turn++) {
    const again = await call('GET', path);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(again.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(new Uint8Array(png));
  }
  expect(await problemOf(await call('POST', path))).toMatchObject({ code: 'method_not_allowed' });

  // It is in memory now; a new name takes it out at once.
  await call('PUT', `/api/v1/profiles/${profile.id}`, { secret: session.secret, body: { nickname: '이름' } });
  expect((await call('GET', path)).headers.get('etag')).not.toBe(first.headers.get('etag'));
});

test('bad input to a result names the field', async () => {
  const { profile, session } = await take(teto);
  const { secret } = session;
  const own = `/api/v1/profiles/${profile.id}`;
  const cases: [unknown, string][] = [
    [{}, 'body'],
    [{ nickname: '' }, 'nickname'],
    [{ nickname: 'ㄱ'.repeat(21) }, 'nickname'],
    [{ nickname: 'a\u0000b' }, 'nickname'],
    [{ nickname: 'a\u202eb' }, 'nickname'],
    [{ nickname: '\u3164' }, 'nickname'],
    [{ nickname: '\u200d' }, 'nickname'],
    [{ displayGender: 'robot' }, 'displayGender'],
    [{ visibility: 7 }, 'visibility'],
    [{ score: { kind: 'egen' } }, 'score'],
    [{ nickname: '가', role: 'admin' }, 'role'],
    [[], 'body'],
    ['null', 'body'],
  ];
  for (const [body, field] of cases) {
    expect(await problemOf(await call('PUT', own, { secret, body })), JSON.stringify(body)).toMatchObject({
      status: 422,
      code: 'invalid_field',
      field,
    });
  }
  expect(await problemOf(await call('GET', '/api/v1/profiles/nope'))).toMatchObject({
    code: 'invalid_field',
    field: 'path.id',
  });
  expect(await problemOf(await call('GET', '/cards/nope.png'))).toMatchObject({
    code: 'invalid_field',
    field: 'path.file',
  });
});

test('changes made at once each get a revision of their own, so that no card passes for another', async () => {
  const { profile, session } = await take(teto);
  const { secret } = session;
  const own = `/api/v1/profiles/${profile.id}`;
  const changed = await Promise.all(
    Array.from({ length: 10 }, (_, turn) =>
      call('PUT', own, { secret, body: { nickname: `이름${turn}` } }).then((answer) =>
        answer.json<OwnProfile>(),
      ),
    ),
  );
  expect(new Set(changed.map(({ revision }) => revision)).size).toBe(10);
  const now = await (await call('GET', own, { secret })).json<OwnProfile>();
  expect(now).toEqual(changed.find(({ revision }) => revision === 11));
});

test('many cards may be asked for from one address, but one result is drawn only so often', async () => {
  const headers = { 'cf-connecting-ip': '198.51.100.7' };
  for (let turn = 0; turn < 30; turn++) {
    expect((await call('GET', `/cards/${newSlug()}.png`, { headers })).status).toBe(404);
  }
  const { profile, session } = await take(egen);
  const statuses: number[] = [];
  // The minute the platform counts in may turn over once on the way.
  for (let turn = 0; turn < 45 && statuses.at(-1) !== 429; turn++) {
    const body = { nickname: `이름${turn}` };
    await call('PUT', `/api/v1/profiles/${profile.id}`, { secret: session.secret, body });
    statuses.push((await call('GET', `/cards/${profile.slug}.png`)).status);
  }
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
  expect(statuses.at(-1)).toBe(429);
}, 60_000);
