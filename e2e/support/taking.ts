import { expect, type Page } from '@playwright/test';
import { answerTo } from './result.ts';

/** Time somebody looks at a question: above the second that counts as reading it. */
const LOOK_MS = 1600;

/** Makes time pass at will, so that a test of minutes takes seconds. Call before the first `goto`. */
export const ownClock = (page: Page): Promise<void> => page.clock.install();

export const question = async (page: Page): Promise<string> =>
  (await page.locator('#question').textContent()) ?? '';

/** Number of the question on screen, from 1. */
export const numberOf = async (page: Page): Promise<number> =>
  Number(await page.locator('#numeral').textContent());

/** Taps an answer as somebody who read the question, and waits until the next thing is on screen. */
export async function answer(page: Page, category: number): Promise<void> {
  const before = await question(page);
  const n = await numberOf(page);
  await page.clock.fastForward(LOOK_MS + category * 100);
  await page.locator(`[data-category="${category}"]`).click();
  await expect(async () => {
    const over = (await page.locator('#stage').isHidden()) || (await numberOf(page)) > n;
    expect(over, `something new after "${before}"`).toBe(true);
  }).toPass({ timeout: 5000, intervals: [20, 50, 100] });
}

/** Answers as somebody who reads, from the question on screen until number `last`, or to the end of the test. */
export async function answerUntil(page: Page, last = Number.POSITIVE_INFINITY): Promise<void> {
  for (let guard = 0; guard < 45; guard++) {
    if (await page.locator('#stage').isHidden()) return;
    const n = await numberOf(page);
    if (n >= last) return;
    await answer(page, answerTo(await question(page)));
  }
  throw new Error('the test does not end');
}

/** Chooses no word and waits for the result's page. Returns its slug. */
export async function toResult(page: Page): Promise<string> {
  await page.locator('#ask [data-gender=none]').last().click();
  await expect(page.locator('#reveal')).toBeVisible();
  await page.waitForURL(/\/r\/\w{22}$/, { timeout: 30_000 });
  return page.url().slice(-22);
}

export interface Kept {
  log: { seq: number; item: string; category: number }[];
  acked: number;
  seed: string;
  language: string;
  mode: 'quick' | 'default' | 'precise';
  remote?: { id: string; secret: string };
}

/** The test as this browser keeps it. */
export function kept(page: Page): Promise<Kept | undefined> {
  return page.evaluate(
    () =>
      new Promise<Kept | undefined>((resolve, reject) => {
        const open = indexedDB.open('keyval-store');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const read = open.result.transaction('keyval').objectStore('keyval').get('session');
          read.onerror = () => reject(read.error);
          read.onsuccess = () => {
            open.result.close();
            resolve(read.result as Kept | undefined);
          };
        };
      }),
  );
}

/** Waits until the server has stored every answer given so far. */
export async function allStored(page: Page): Promise<Kept> {
  let session: Kept | undefined;
  await expect(async () => {
    session = await kept(page);
    expect(session?.log.length).toBeGreaterThan(0);
    expect(session?.acked).toBe(session?.log.length);
  }).toPass({ timeout: 20_000 });
  if (!session) throw new Error('no test is kept');
  return session;
}
