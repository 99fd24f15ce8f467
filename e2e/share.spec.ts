import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { hold, TETO, takeAndShare } from './support/result.ts';
import { holdScripts } from './support/scripts.ts';
import { PORT } from './support/server.ts';
import { test } from './support/test.ts';

/** A site built for this machine gives out the address it is asked at. */
const SITE = `http://localhost:${PORT}`;

/** Width and height out of a PNG's header. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('share links carry our address and nothing of others loads before a tap', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  const hosts = new Set<string>();
  page.on('request', (asked) => hosts.add(new URL(asked.url()).host));
  await page.goto(`/r/${slug}`);
  await page.locator('#share').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect([...hosts]).toEqual([new URL(page.url()).host]);
  for (const channel of ['x', 'threads', 'facebook', 'line']) {
    const href = await page.locator(`[data-share=${channel}]`).getAttribute('href');
    const given = new URL(href ?? '').searchParams;
    expect(given.get('url') ?? given.get('u'), channel).toBe(`${SITE}/r/${slug}`);
    expect(new URL(href ?? '').protocol).toBe('https:');
  }
  await expect(page.locator('[data-share=kakao]')).toHaveCount(0);
});

test('every way to share says what it does, in the order it is on screen', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  for (const [path, verb] of [
    [`/r/${slug}`, /(기|복사|공유)$/],
    [`/en/r/${slug}`, /^(Copy|Share|Post|Send|Open|Make|See) /],
  ] as const) {
    await page.goto(path);
    const ways = page.locator('#share').locator('a, button').filter({ visible: true });
    const seen = await ways.evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return {
          name: one.textContent?.trim() || one.querySelector('img')?.alt,
          size: Math.min(width, height),
          // Columns first, then rows: the picture stands before or above the buttons.
          place: (innerWidth > 1024 ? Math.round(x / 300) * 1e6 : 0) + y,
        };
      }),
    );
    expect(seen.length).toBeGreaterThan(8);
    for (const { name, size } of seen) {
      expect(name).toMatch(verb);
      expect(size, name).toBeGreaterThanOrEqual(24);
    }
    const [picture, ...buttons] = seen;
    expect(picture?.name).toMatch(/카드|card/);
    for (const { place } of buttons) expect(place).toBeGreaterThan(picture?.place ?? 0);
  }
});

test('the link is copied; where copying is blocked it is selected to copy by hand', async ({
  page,
  request,
  context,
}) => {
  const { slug } = await takeAndShare(request, TETO);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/r/${slug}`);
  await page.getByRole('button', { name: '링크 복사' }).click();
  await expect(page.locator('[data-share-status]')).toHaveText('링크를 복사했어요');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${SITE}/r/${slug}`);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'));
  });
  await page.getByRole('button', { name: '링크 복사' }).click();
  await expect(page.locator('[data-share-status]')).toContainText('길게 눌러');
  await expect(page.getByLabel('이 결과의 주소')).toBeFocused();
});

test('the share sheet gets the picture as a file', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  await page.addInitScript(() => {
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files, url, text }: ShareData) => {
        const [file] = files ?? [];
        Object.assign(window, { given: { url, text, type: file?.type, size: file?.size } });
      },
    });
  });
  await page.goto(`/en/r/${slug}`);
  await page.getByRole('button', { name: 'Share with the picture' }).click();
  await expect.poll(() => page.evaluate(() => 'given' in window)).toBe(true);
  const given = await page.evaluate(() => (window as unknown as { given: Record<string, unknown> }).given);
  expect(given).toMatchObject({ url: `${SITE}/en/r/${slug}`, type: 'image/png' });
  expect(given.size).toBeGreaterThan(10_000);
});

test('pictures stand at stable addresses in three shapes and both languages', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  await page.goto(`/en/r/${slug}`);
  const expected = {
    'Open the wide card': [1200, 630],
    'Open the square card': [1080, 1080],
    'Open the story card': [1080, 1920],
  };
  for (const [name, size] of Object.entries(expected)) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    expect(href).toContain('lang=en');
    const card = await request.get(href ?? '');
    expect(card.headers()['content-type']).toBe('image/png');
    expect(sizeOf(await card.body()), name).toEqual(size);
  }
  const og = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(og).toBe(`${SITE}/cards/${slug}.png?lang=en`);
});

test('the PDF is made while one waits, then opens', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  await page.goto(`/r/${slug}`);
  await page.getByRole('button', { name: 'A4 두 장 PDF' }).click();
  await expect(page.locator('[data-pdf-status]')).toContainText('만드는 중');
  const link = page.getByRole('link', { name: 'PDF가 나왔어요' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const pdf = await request.get((await link.getAttribute('href')) ?? '');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a tap on a button whose script has not come yet is kept for it', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  const release = await holdScripts(page);
  await page.goto(`/r/${slug}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'A4 두 장 PDF' }).click();
  release();
  await expect(page.getByRole('link', { name: 'PDF가 나왔어요' })).toBeVisible({ timeout: 60_000 });
});

test('a PDF that cannot be made is said so, and can be tried again', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  await page.route('**/pdf?*', (route) => route.fulfill({ status: 502, json: { code: 'pdf_failed' } }));
  await page.goto(`/r/${slug}`);
  const button = page.getByRole('button', { name: 'A4 두 장 PDF' });
  await button.click();
  await expect(page.locator('[data-pdf-status]')).toContainText('만들지 못했어요');
  await page.unroute('**/pdf?*');
  await page.route('**/pdf?*', (route) => route.fulfill({ status: 429, json: { code: 'rate_limited' } }));
  await button.click();
  await expect(page.locator('[data-pdf-status]')).toContainText('몰렸어요');
});

test('a friend is one tap from the first question', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  await page.goto(`/r/${slug}`);
  await page.getByRole('link', { name: '나는 뭘까? 바로 풀기' }).click();
  await expect(page).toHaveURL(/\/(\?from=.*)?$/);
  await expect(page.locator('[data-category]').first()).toBeVisible();
});

test('the whole page with the owner’s panel takes at most 10 KB of script', async ({ page, request }) => {
  const mine = await takeAndShare(request, TETO);
  await page.goto('/how');
  await hold(page, [mine]);
  let bytes = 0;
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      bytes += gzipSync(await response.body(), { level: 9 }).length;
  });
  await page.goto(`/r/${mine.slug}`);
  await expect(page.locator('#owner')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(10 * 1024);
});
