import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { type Bank, type ItemTexts, toDefinition } from '../../instruments/load.ts';
import { progress } from '../../psychometrics/adaptive/progress.ts';
import type { Answer, Definition, Item } from '../../psychometrics/types.ts';
import type { SavedResult } from '../../site/src/test/results.ts';
import { at } from '../../tools/lib/paths.ts';
import type { Begun, Completed } from '../../workers/contract/sessions.ts';

const bank = JSON.parse(readFileSync(at('instruments/teto-egen/v1/bank.json'), 'utf8')) as Bank;

/** How somebody answers: the six facets they have (prior SD), or one box throughout, or how long they take. */
export interface Taker {
  theta?: readonly number[];
  /** The raw category given to everything. */
  always?: number;
  ms?: number;
  language?: 'ko' | 'en';
  gender?: 'male' | 'female' | 'none';
  mode?: 'quick' | 'default';
}

export const TETO: Taker = { theta: [1.8, 1.2, 1.6, -0.8, -0.6, -0.4], gender: 'female' };
export const BALANCED: Taker = { theta: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1] };
export const STRAIGHT: Taker = { always: 2 };

function category({ b, key, facet }: Item, { theta, always }: Taker): number {
  if (always !== undefined) return always;
  const level = theta?.[facet] ?? 0;
  const coded = b.length ? b.filter((threshold) => level > threshold).length : 2;
  return key === 1 ? coded : 4 - coded;
}

/** Every question as it reads, in both languages. */
const questions = new Map(
  (['ko', 'en'] as const).flatMap((language) => {
    const text = readFileSync(at(`instruments/teto-egen/v1/${language}.json`), 'utf8');
    const { items } = JSON.parse(text) as ItemTexts;
    return toDefinition(bank, language).items.map((item) => [items[item.id]?.text ?? '', item] as const);
  }),
);

/** The raw category this taker gives to a question on screen. */
export function answerTo(question: string, taker: Taker = TETO): number {
  const item = questions.get(question);
  if (!item) throw new Error(`no item reads "${question}"`);
  return category(item, taker);
}

function answersOf(definition: Definition, seed: string, taker: Taker): Answer[] {
  const items = new Map(definition.items.map((item) => [item.id, item]));
  const answers: Answer[] = [];
  for (;;) {
    const { next } = progress(definition, { seed, mode: taker.mode ?? 'default', answers });
    const item = next && items.get(next);
    if (!item) return answers;
    answers.push({ item: item.id, category: category(item, taker), ms: taker.ms ?? 2400 });
  }
}

/** Takes the whole test over the API, as a browser would, and returns what that browser would remember. */
export async function take(request: APIRequestContext, taker: Taker): Promise<SavedResult> {
  const { language = 'ko', gender = 'none', mode = 'default' } = taker;
  const begun = await request.post('/api/v1/assessments/teto-egen/sessions', { data: { language, mode } });
  const { id, secret, seed } = (await begun.json()) as Begun;
  const headers = { authorization: `Bearer ${secret}` };
  const answers = answersOf(toDefinition(bank, language), seed, taker).map((answer, i) => ({
    seq: i + 1,
    ...answer,
  }));
  const stored = await request.post(`/api/v1/sessions/${id}/answers`, { headers, data: { answers } });
  if (!stored.ok()) throw new Error(`answers: ${stored.status()} ${await stored.text()}`);
  const data = { displayGender: gender };
  const completed = await request.post(`/api/v1/sessions/${id}/complete`, { headers, data });
  const { profile, score } = (await completed.json()) as Completed;
  const createdAt = new Date().toISOString();
  const saved = { id: profile.id, slug: profile.slug, session: id, secret, language, createdAt };
  return { ...saved, kind: score.kind, word: score.kind };
}

/** Takes the test and gives the result a public address. */
export async function takeAndShare(
  request: APIRequestContext,
  taker: Taker,
): Promise<SavedResult & { slug: string }> {
  const result = await take(request, taker);
  // Saved means that the record has reached the database, which the outbox may need a moment for.
  for (let tries = 0; ; tries++) {
    const shared = await request.post(`/api/v1/profiles/${result.id}/share`, {
      headers: { authorization: `Bearer ${result.secret}` },
    });
    if (shared.ok()) return { ...result, slug: ((await shared.json()) as { slug: string }).slug };
    if (tries > 20) throw new Error(`share: ${shared.status()} ${await shared.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Puts the keys of results into the browser of `page`, which must be on a page of ours. */
export async function hold(page: Page, results: SavedResult[]): Promise<void> {
  await page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('keyval-store');
        open.onupgradeneeded = () => open.result.createObjectStore('keyval');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const change = open.result.transaction('keyval', 'readwrite');
          change.objectStore('keyval').put(value, 'results');
          change.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    results,
  );
}
