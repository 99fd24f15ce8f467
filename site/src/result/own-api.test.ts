import { afterEach, expect, it, vi } from 'vitest';
import { deleteOwn } from './own-api.ts';

const key = { id: 'p_1', session: 'abc', secret: 'secret' };

/** An API that answers each path with a status, and 404 names what it has not got. */
function answering(statuses: Record<string, number>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, { method }: RequestInit) => {
    const path = url.replace('/api/v1', '');
    asked.push(`${method} ${path}`);
    const status = statuses[path] ?? 204;
    const code = path.startsWith('/profiles') ? 'profile_not_found' : 'session_not_found';
    return status === 204 ? new Response(null, { status }) : Response.json({ code }, { status });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

it('deletes a recorded result by itself', async () => {
  const asked = answering({});
  await deleteOwn(key);
  expect(asked).toEqual(['DELETE /profiles/p_1']);
});

it('deletes one that only its session knows yet, so that it does not appear later', async () => {
  const asked = answering({ '/profiles/p_1': 404 });
  await deleteOwn(key);
  expect(asked).toEqual(['DELETE /profiles/p_1', 'DELETE /sessions/abc']);
});

it('takes what is gone already for deleted, and a refusal for a refusal', async () => {
  answering({ '/profiles/p_1': 404, '/sessions/abc': 404 });
  await expect(deleteOwn(key)).resolves.toBeUndefined();
  vi.stubGlobal('fetch', async () => Response.json({ code: 'secret_wrong' }, { status: 403 }));
  await expect(deleteOwn(key)).rejects.toMatchObject({ code: 'secret_wrong' });
});
