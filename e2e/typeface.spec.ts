import { type Browser, expect, type Page } from '@playwright/test';
import { BALANCED, takeAndShare } from './support/result.ts';
import { test } from './support/test.ts';
import { drawn, painted } from './support/typefaces.ts';

// One page, one typeface: a font that comes late or never must not leave single syllables in another.
test.use({ serviceWorkers: 'block' });
test.skip(({ isMobile }) => !isMobile, 'the same files at any width');

const PAGES = ['/', '/test', 'result', '/how', '/science', '/signin', '/account', '/me', '/nothing-here'];
const SLICE = /Pretendard-.*subset.*\.woff2$/;

const ready = (page: Page) => page.evaluate(() => document.fonts.ready);

/** The addresses of the fonts that `path` asks for. */
async function fontsOf(page: Page, path: string): Promise<string[]> {
  const asked = new Set<string>();
  page.on('request', (sent) => sent.url().endsWith('.woff2') && asked.add(sent.url()));
  await page.goto(path);
  await ready(page);
  return [...asked];
}

/** `path` as somebody sees it who has nothing cached and never gets this font. */
async function withoutFont(browser: Browser, url: string, font: string | RegExp) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.route(font, (route) => route.abort());
  await page.goto(url);
  await ready(page);
  const counted = await drawn(page);
  await page.close();
  return counted;
}

/** The same, with a font that comes after the first paint. */
async function withLateFont(browser: Browser, url: string, font: string) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const { promise: paint, resolve: release } = Promise.withResolvers<void>();
  await page.route(font, async (route) => {
    await paint;
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  await painted(page);
  release();
  await page.waitForLoadState();
  await ready(page);
  const counted = await drawn(page);
  await page.close();
  return counted;
}

/** Stops the page's clock: what the script waits for passes only by hand. */
async function still(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
}

for (const kind of PAGES) {
  test(`${kind}: all in our typeface, or all in the device's when a font is blocked or late`, async ({
    page,
    browser,
    request,
    baseURL,
  }) => {
    const path = kind === 'result' ? `/r/${(await takeAndShare(request, BALANCED)).slug}` : kind;
    const fonts = await fontsOf(page, path);
    expect(fonts.length).toBeGreaterThan(0);
    // On a busy machine even a cached font can miss the first paint.
    await expect(async () => {
      await page.reload();
      expect(await drawn(page)).toMatchObject({ device: 0, strange: [] });
    }).toPass();
    for (const font of fonts) {
      expect(await withoutFont(browser, baseURL + path, font), `${font} blocked`).toMatchObject({ ours: 0 });
      expect(await withLateFont(browser, baseURL + path, font), `${font} late`).toMatchObject({ ours: 0 });
    }
  });
}

test('a name in rare letters: the page is in our typeface with every file, else in the device’s', async ({
  page,
  browser,
  request,
}) => {
  const mine = await takeAndShare(request, BALANCED);
  const named = await request.put(`/api/v1/profiles/${mine.id}`, {
    headers: { authorization: `Bearer ${mine.secret}` },
    data: { nickname: '뷁강쀼' },
  });
  expect(named.ok()).toBe(true);
  const path = `/r/${mine.slug}`;
  const html = page.locator('html');

  await still(page);
  await page.goto(path);
  await expect(html).toHaveAttribute('data-glyphs', 'letters');
  expect(await drawn(page)).toMatchObject({ device: 0, strange: [] });

  const url = page.url();
  for (const font of [SLICE, /\/core\.[^/]*woff2$/])
    expect(await withoutFont(browser, url, font), `${font} blocked`).toMatchObject({ ours: 0 });

  const late = await browser.newPage({ serviceWorkers: 'block' });
  const { promise: tooLate, resolve: release } = Promise.withResolvers<void>();
  await late.route(SLICE, async (route) => {
    await tooLate;
    await route.continue();
  });
  await still(late);
  await late.goto(url, { waitUntil: 'domcontentloaded' });
  await expect(late.locator('html')).toHaveAttribute('data-glyphs', 'awaited');
  await late.clock.runFor(100);
  await expect(late.locator('html')).toHaveAttribute('data-glyphs', 'device');
  release();
  await ready(late);
  expect(await drawn(late)).toMatchObject({ ours: 0 });
  await late.close();

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const unscripted = await plain.newPage();
  await unscripted.goto(url);
  await expect(unscripted.locator('html')).toHaveAttribute('data-glyphs', 'device');
  await expect(unscripted.getByRole('heading', { level: 1 })).toBeVisible();
  await plain.close();
});

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the pages kept for the tunnel have their one font with them', async ({ page, context }) => {
    await page.goto('/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    for (const path of ['/', '/test']) {
      await expect(async () => {
        await page.goto(path);
        expect(await drawn(page)).toMatchObject({ device: 0, strange: [] });
      }).toPass();
    }
  });
});
