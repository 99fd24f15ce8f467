import { env } from 'cloudflare:workers';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Export } from '../../contract/users.ts';
import { pdfJobId, pdfKey } from '../../profiles/files.ts';
import { call, problemOf } from '../../testing/api.ts';
import { makePerson, type Person } from '../../testing/people.ts';
import { deliver, keeper, mailBox, noBrowser, traces } from './testing/index.ts';

const EXPORTS = '/api/v1/users/me/exports';
const ask = ({ token }: Person) => call('POST', EXPORTS, { secret: token });

/** An export asked for by a row of its own, so that the queue knows nothing of it. */
async function rowFor({ id: userId }: Person, state = 'queued', requestedAt = Date.now()) {
  const id = `x_${crypto.randomUUID().replaceAll(/[0-]/g, '1').slice(0, 22)}`;
  await env.DB.prepare('INSERT INTO exports (id, user_id, state, requested_at) VALUES (?, ?, ?, ?)')
    .bind(id, userId, state, requestedAt)
    .run();
  return { type: 'export', id, userId } as const;
}

const stateOf = (id: string) =>
  env.DB.prepare('SELECT state FROM exports WHERE id = ?').bind(id).first<string>('state');

async function filesIn(id: string): Promise<Record<string, string>> {
  const file = await env.FILES.get(`exports/${id}.zip`);
  if (!file) throw new Error('no file');
  const entries = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

test('an account gets everything it has here as a ZIP, and nobody else gets it', {
  timeout: 90_000,
}, async () => {
  const person = await keeper({ nickname: '수출품' });
  const asked = await ask(person);
  expect(asked.status).toBe(202);
  const { id } = await asked.json<Export>();
  await expect
    .poll(
      async () =>
        (await (await call('GET', EXPORTS, { secret: person.token })).json<{ items: Export[] }>()).items,
      { timeout: 60_000, interval: 300 },
    )
    .toEqual([expect.objectContaining({ id, state: 'ready', bytes: expect.any(Number) })]);

  const answer = await call('GET', `${EXPORTS}/${id}`, { secret: person.token });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="teto-egen-[\d-]+\.zip"$/);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const day = new Date().toISOString().slice(0, 10);
  const result = `results/${day}-${person.profile.id}`;
  expect(Object.keys(files).sort()).toEqual(
    [
      ...['README.txt', 'account.json', 'audit.json', 'consents.json', 'exports.json', 'identities.json'],
      ...['passkeys.json', 'preferences.json', `${result}-ko.pdf`, `${result}.json`, 'sign-ins.json'],
    ].sort(),
  );
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(text(`${result}-ko.pdf`)).toMatch(/^%PDF-/);
  expect(JSON.parse(text('account.json'))).toMatchObject({ id: person.id, email: person.email });
  expect(JSON.parse(text('sign-ins.json'))).toHaveLength(1);
  expect(JSON.parse(text('audit.json'))).toMatchObject([{ action: 'account.export', by: 'you' }]);
  const kept = JSON.parse(text(`${result}.json`));
  expect(kept).toMatchObject({ nickname: '수출품', percentiles: { basis: 'model' } });
  expect(
    kept.answers.map(({ item, category, ms }: (typeof person.answers)[0]) => ({ item, category, ms })),
  ).toEqual(person.answers);
  expect(kept.answers[0].question).toMatch(/[가-힣]/);

  const other = await makePerson();
  const refused = await call('GET', `${EXPORTS}/${id}`, { secret: other.token });
  expect(await problemOf(refused)).toMatchObject({ status: 404, code: 'export_not_found' });
  expect((await call('GET', `${EXPORTS}/${id}`)).status).toBe(401);
  expect(await (await call('GET', EXPORTS, { secret: other.token })).json()).toEqual({ items: [] });
});

test('no secret, hash or key of the account is in the ZIP', async () => {
  const person = await keeper();
  const hash = '$argon2id$v=19$m=19456,t=2,p=1$canary';
  await env.DB.prepare('UPDATE users SET password_hash = ? WHERE id = ?').bind(hash, person.id).run();
  const job = await rowFor(person);
  await deliver(job, { from: noBrowser });
  const { results: rows } = await env.DB.prepare(
    `SELECT handle AS secret FROM refresh_families WHERE user_id = ?1
     UNION SELECT current_hash FROM refresh_families WHERE user_id = ?1
     UNION SELECT secret_hash FROM profiles WHERE user_id = ?1`,
  )
    .bind(person.id)
    .all<{ secret: string }>();
  expect(rows).toHaveLength(3);
  const all = Object.values(await filesIn(job.id)).join();
  for (const secret of [hash, ...rows.map((row) => row.secret)]) expect(all).not.toContain(secret);
});

test('many who ask at once get one export, and three a day', async () => {
  const person = await makePerson();
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask(person)));
  const ids = await Promise.all(answers.map(async (one) => (await one.json<Export>()).id));
  expect(new Set(ids).size).toBe(1);
  await expect.poll(() => stateOf(ids[0] ?? ''), { timeout: 20_000 }).toBe('ready');
  await rowFor(person, 'ready', Date.now() - 60_000);
  await rowFor(person, 'failed');
  await rowFor(person, 'ready', Date.now() - 25 * 3_600_000);
  const third = await (await ask(person)).json<Export>();
  expect(ids).not.toContain(third.id);
  await expect.poll(() => stateOf(third.id), { timeout: 20_000 }).toBe('ready');
  const refused = await ask(person);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000);
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'rate_limited' });
});

test('without a browser the ZIP has all but the PDFs, and says so', async () => {
  const person = await keeper();
  const job = await rowFor(person);
  expect((await deliver(job, { from: noBrowser })).explicitAcks).toEqual(['m']);
  const files = await filesIn(job.id);
  expect(Object.keys(files).filter((name) => name.endsWith('.pdf'))).toEqual([]);
  expect(files['README.txt']).toContain(person.profile.id);
  expect(files['README.txt']).toContain('PDF printer did not answer');
});

test('answers that are gone are told as null, the result stays', async () => {
  const person = await keeper();
  await env.SESSIONS.get(env.SESSIONS.idFromString(person.session.id)).destroy();
  const job = await rowFor(person);
  await deliver(job, { from: noBrowser });
  const [, result] = Object.entries(await filesIn(job.id)).find(([name]) => /results.*json/.test(name)) ?? [];
  expect(JSON.parse(result ?? '')).toMatchObject({ id: person.profile.id, answers: null });
});

test('a ZIP larger than one part arrives whole', async () => {
  const person = await keeper();
  const pdf = new Uint8Array(15_000_000);
  for (let at = 0; at < pdf.length; at += 65_536) crypto.getRandomValues(pdf.subarray(at, at + 65_536));
  await env.FILES.put(pdfKey(pdfJobId({ id: person.profile.id, revision: 1 }, 'ko')), pdf);
  const job = await rowFor(person);
  await deliver(job, { from: noBrowser });
  const file = await (await env.FILES.get(`exports/${job.id}.zip`))?.arrayBuffer();
  const files = unzipSync(new Uint8Array(file ?? new ArrayBuffer()));
  const [, kept] = Object.entries(files).find(([name]) => name.endsWith('.pdf')) ?? [];
  expect(kept?.length).toBe(pdf.length);
  expect(crypto.subtle.timingSafeEqual(kept ?? new Uint8Array(), pdf)).toBe(true);
  expect(await env.DB.prepare('SELECT bytes FROM exports WHERE id = ?').bind(job.id).first('bytes')).toBe(
    file?.byteLength,
  );
});

describe('Every queue message delivered twice counts once', () => {
  test('an export delivered again is one file, and its mail has the same id', async () => {
    const job = await rowFor(await makePerson());
    const box = mailBox();
    for (const attempts of [1, 2]) await deliver(job, { attempts, from: { MAIL_QUEUE: box } });
    const [first, second] = box.sent;
    expect(first).toEqual(second);
    expect(first?.mail).toMatchObject({
      template: 'export_ready',
      url: 'http://localhost:8788/account/data',
    });
    expect((await env.FILES.list({ prefix: `exports/${job.id}` })).objects).toHaveLength(1);
  });

  test('an export of an account that is gone leaves no file', async () => {
    const person = await makePerson();
    const job = await rowFor(person);
    await env.FILES.put(`exports/${job.id}.zip`, 'made before');
    await env.DB.prepare('DELETE FROM exports WHERE id = ?').bind(job.id).run();
    expect((await deliver(job)).explicitAcks).toEqual(['m']);
    expect(await traces(job.id)).toEqual([]);
  });
});

test('an export that fails five times says so, reaches the dead letters and may be asked for anew', async () => {
  const person = await makePerson();
  const job = await rowFor(person);
  const down = {
    FILES: { createMultipartUpload: refuse, put: refuse, list: refuse, delete: async () => {} },
  };
  for (const attempts of [1, 2, 3, 4]) {
    expect((await deliver(job, { attempts, from: down })).retryMessages).toHaveLength(1);
    expect(await stateOf(job.id)).toBe('building');
  }
  expect((await deliver(job, { attempts: 5, from: down })).retryMessages).toHaveLength(1);
  expect(await stateOf(job.id)).toBe('failed');
  expect((await deliver(job, { attempts: 6 })).retryMessages).toHaveLength(1);
  const gone = await call('GET', `${EXPORTS}/${job.id}`, { secret: person.token });
  expect(await problemOf(gone)).toMatchObject({ code: 'export_not_found' });
  expect((await (await ask(person)).json<Export>()).id).not.toBe(job.id);
});

test('one that was lost on the way does not stand in the way for ever', async () => {
  const person = await makePerson();
  const lost = await rowFor(person, 'building', Date.now() - 3 * 3_600_000);
  const { id } = await (await ask(person)).json<Export>();
  expect(id).not.toBe(lost.id);
  expect(await stateOf(lost.id)).toBe('failed');
});

test('one under way is not there yet; an old sign-in must prove itself; a deleted account may still ask', async () => {
  const person = await makePerson();
  const job = await rowFor(person, 'building');
  const early = await call('GET', `${EXPORTS}/${job.id}`, { secret: person.token });
  expect(await problemOf(early)).toMatchObject({ status: 409, code: 'export_pending' });
  await env.DB.prepare("UPDATE users SET status = 'deleted', delete_after = ? WHERE id = ?")
    .bind(Date.now() + 1e9, person.id)
    .run();
  expect((await ask(person)).status).toBe(202);
  await env.DB.prepare('UPDATE refresh_families SET authenticated_at = 0 WHERE id = ?')
    .bind(person.family)
    .run();
  expect(await problemOf(await ask(person))).toMatchObject({
    status: 403,
    code: 'reauthentication_required',
  });
});

const refuse = async () => {
  throw new Error('R2 is down');
};
