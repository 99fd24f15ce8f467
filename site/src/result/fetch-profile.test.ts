import { describe, expect, it } from 'vitest';
import { type Api, fetchOwn, fetchShared } from './fetch-profile.ts';

const SLUG = '1'.repeat(22);
const origin = 'https://site.example';
const SECRET = 's'.repeat(22);

/** An API that answers with one status and remembers what it was asked. */
function answering(status: number, body: unknown = {}): Api & { asked: [string, RequestInit | undefined][] } {
  const asked: [string, RequestInit | undefined][] = [];
  return {
    asked,
    async fetch(url, init) {
      asked.push([url, init]);
      return Response.json(body, { status });
    },
  };
}

describe('asking for a result', () => {
  it('takes the profile, and says what is wrong otherwise', async () => {
    const profile = { slug: SLUG, percentiles: { ranges: {} } };
    expect(await fetchShared({ api: answering(200, profile), origin }, SLUG)).toEqual({ profile });
    expect(await fetchShared({ api: answering(404), origin }, SLUG)).toEqual({ problem: 'gone' });
    expect(await fetchShared({ api: answering(503), origin }, SLUG)).toEqual({ problem: 'unavailable' });
    const pending = answering(503, { code: 'profile_pending' });
    expect(await fetchShared({ api: pending, origin }, SLUG)).toEqual({ problem: 'pending' });
    expect(await fetchOwn({ api: answering(403), origin }, `p_${SLUG}`, SECRET)).toEqual({
      problem: 'denied',
    });
  });

  it('places the bands itself where an answer of the release before has none', async () => {
    const at = (value: number, se: number) => ({ value, se });
    const score = {
      axis: { ...at(0, 0.5), pTeto: 0.5 },
      poles: { teto: at(1, 0.5), egen: at(-1, 0.5) },
      facets: [{ id: 'lead', ...at(0, 0.5) }],
    };
    const percentiles = { basis: 'local', n: 2000, axis: 50, teto: 99, egen: 16, facets: [50] };
    const api = answering(200, { slug: SLUG, score, percentiles });
    const { profile } = await fetchShared({ api, origin }, SLUG);
    const { axis, teto, egen, facets } = profile?.percentiles.ranges ?? {};
    expect([axis?.low, axis?.high, egen?.low].map((x) => Math.round(x ?? 0))).toEqual([16, 84, 2]);
    // The place itself is always within its range.
    expect(teto?.high).toBe(99);
    expect(facets).toHaveLength(1);
  });

  it('does not ask for what cannot be an address', async () => {
    const api = answering(200);
    expect(await fetchShared({ api, origin }, '../sessions')).toEqual({ problem: 'gone' });
    expect(await fetchOwn({ api, origin }, 'p_x', SECRET)).toEqual({ problem: 'denied' });
    expect(await fetchOwn({ api, origin }, `p_${SLUG}`, 'a b\r\nc')).toEqual({ problem: 'denied' });
    expect(api.asked).toEqual([]);
  });

  it('keeps the key out of the address', async () => {
    const api = answering(200);
    await fetchOwn({ api, origin }, `p_${SLUG}`, SECRET);
    expect(api.asked[0]?.[0]).toBe(`${origin}/api/v1/profiles/p_${SLUG}`);
    expect(new Headers(api.asked[0]?.[1]?.headers).get('authorization')).toBe(`Bearer ${SECRET}`);
  });

  it('survives an API that does not answer', async () => {
    const broken: Api = { fetch: () => Promise.reject(new Error('down')) };
    expect(await fetchShared({ api: broken, origin }, SLUG)).toEqual({ problem: 'unavailable' });
  });
});
