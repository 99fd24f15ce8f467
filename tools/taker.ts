import type { Begun, Completed, SessionProgress } from '../workers/contract/sessions.ts';

export interface TakerOptions {
  language?: 'ko' | 'en';
  mode?: 'quick' | 'default' | 'precise';
  /** Which of the five targets (0–4) is tapped for an item; varied by default, so that the answers are believed. */
  tap?: (item: string, index: number) => number;
  /** Said at the end: a nickname, a word. */
  complete?: { nickname?: string };
}

export interface Taken {
  session: string;
  secret: string;
  profile: string;
  /** Public address of the shared result. */
  slug: string;
}

const varied = [3, 1, 4, 2, 3, 0, 3, 4, 1, 2];

async function call<Answer>(url: string, method: string, body: unknown, secret?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(secret && { authorization: `Bearer ${secret}` }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return JSON.parse(text) as Answer;
}

/** Takes a whole test through the API of a running product and shares the result. Throws when a call is refused. */
export async function takeTest(origin: string, options: TakerOptions = {}): Promise<Taken> {
  const {
    language = 'ko',
    mode = 'default',
    tap = (_, index) => varied[index % varied.length] ?? 2,
    complete = {},
  } = options;
  const api = `${origin}/api/v1`;
  const begun = await call<Begun>(`${api}/assessments/teto-egen/sessions`, 'POST', { language, mode });
  const { id: session, secret } = begun;
  const first = await fetch(`${api}/sessions/${session}`, { headers: { authorization: `Bearer ${secret}` } });
  let { progress } = (await first.json()) as { progress: SessionProgress };
  for (let seq = begun.seq + 1; progress.next !== null; seq++) {
    const answers = [
      { seq, item: progress.next, category: tap(progress.next, seq - 1), ms: 1500 + ((seq * 397) % 2500) },
    ];
    ({ progress } = await call<{ progress: SessionProgress }>(
      `${api}/sessions/${session}/answers`,
      'POST',
      { answers },
      secret,
    ));
  }
  const { profile } = await call<Completed>(`${api}/sessions/${session}/complete`, 'POST', complete, secret);
  const { slug } = await call<{ slug: string }>(`${api}/profiles/${profile.id}/share`, 'POST', {}, secret);
  return { session, secret, profile: profile.id, slug };
}
