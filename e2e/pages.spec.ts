import { expect, type Page } from '@playwright/test';
import { BALANCED, hold, TETO, take, takeAndShare } from './support/result.ts';
import { test } from './support/test.ts';

const PAGES = ['/', '/test', '/how', '/privacy', '/terms', '/me'];
const inLanguages = (path: string) => [path, `/en${path}`];

const content = (page: Page, selector: string) => page.locator(selector).first().getAttribute('content');

for (const path of PAGES.flatMap(inLanguages)) {
  test(`${path} says what it is, in its language, and fits the screen`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) errors.push(message.text());
    });
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    const language = path.startsWith('/en') ? 'en' : 'ko';
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('h1:visible')).toHaveCount(1);
    expect((await page.title()).length).toBeGreaterThan(2);
    expect((await content(page, 'meta[name=description]'))?.length).toBeGreaterThan(20);
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    const { origin } = new URL(page.url());
    expect(canonical).toBe(origin + path);
    expect(await content(page, 'meta[property="og:url"]')).toBe(canonical);
    expect(await content(page, 'meta[property="og:image"]')).toBe(`${origin}/og-${language}.png`);
    const alternates = await page
      .locator('link[rel=alternate][hreflang]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')));
    expect(alternates.sort()).toEqual(['en', 'ko', 'x-default']);
    for (const data of await page.locator('script[type="application/ld+json"]').allTextContents()) {
      expect(JSON.parse(data)['@context']).toBe('https://schema.org');
    }
    // A phone widens its window to what overflows: the screen is the measure.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(errors).toEqual([]);
  });
}

test('how it works and the landing describe the quiz to search engines', async ({ request }) => {
  for (const path of ['/', '/how', '/en/', '/en/how']) {
    expect(await (await request.get(path)).text(), path).toContain('"@type":["Quiz","WebApplication"]');
  }
});

test('a public result may be found, an unlisted one may not', async ({ page, request }) => {
  const mine = await takeAndShare(request, TETO);
  await page.goto(`/r/${mine.slug}`);
  expect(await content(page, 'meta[name=robots]')).toBe('noindex');
  const changed = await request.put(`/api/v1/profiles/${mine.id}`, {
    headers: { authorization: `Bearer ${mine.secret}` },
    data: { visibility: 'public' },
  });
  expect(changed.ok()).toBe(true);
  await page.goto(`/en/r/${mine.slug}`);
  await expect(page.locator('meta[name=robots]')).toHaveCount(0);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`/en/r/${mine.slug}$`),
  );
  await expect(page.locator('link[hreflang=ko]')).toHaveAttribute('href', new RegExp(`[^n]/r/${mine.slug}$`));
  expect(await content(page, 'meta[name="twitter:card"]')).toBe('summary_large_image');
});

test('an address that does not exist is a 404 in its own language', async ({ page }) => {
  expect((await page.goto('/no/such/page'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('여기엔 아무도 없어요');
  expect((await page.goto('/en/no/such/page'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody here');
});

test('every address of the sitemap answers, and robots names the sitemap', async ({ request }) => {
  const xml = await (await request.get('/sitemap.xml')).text();
  const addresses = [...xml.matchAll(/<loc>([^<]+)/g)].map(
    ([, address]) => new URL(address as string).pathname,
  );
  expect(addresses.length).toBeGreaterThanOrEqual(10);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml');
});

test('my results: nothing moves, whatever the browser holds', async ({ page, request }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shiftAt = async (path: string): Promise<number> => {
    await page.goto(path);
    await expect(page.locator('#mine > *').first()).toBeAttached();
    await expect(page.locator('footer')).toBeVisible();
    await page.waitForLoadState('networkidle');
    return page.evaluate(() => Reflect.get(window, 'shift') as number);
  };
  for (const path of ['/me', '/en/me']) expect(await shiftAt(path), `${path}, empty`).toBe(0);
  const mine = await takeAndShare(request, TETO);
  await hold(
    page,
    Array.from({ length: 8 }, (_, i) => ({ ...mine, id: `${mine.id}${i}`, word: `결과 ${i}` })),
  );
  expect(await shiftAt('/me'), 'with eight results').toBe(0);
});

test('my results: what follows the list shows itself even when the script does not come', async ({
  page,
}) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto('/me');
  await expect(page.locator('footer')).toBeHidden();
  await expect(page.locator('footer')).toBeVisible({ timeout: 6000 });
});

test('what only looks like an address of the API is a page not found', async ({ request }) => {
  for (const path of ['/API/x', '/api', '/Api/v1', '/cards', '/health/', '//health', '/ready/', '/en/api']) {
    const { origin } = new URL((await request.get('/ready')).url());
    const response = await request.get(origin + path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).not.toContain('id="stage"');
  }
  for (const path of ['/api/', '/api/v1/none', '/cards/']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(response.headers()['content-type'], path).toContain('application/problem+json');
  }
});

test('my results: empty, then a list; one deleted, then all, here and on the server', async ({
  page,
  request,
}) => {
  await page.goto('/me');
  await expect(page.getByRole('heading', { name: '아직 빈 액자예요' })).toBeVisible();
  const mine = [
    await takeAndShare(request, TETO),
    await takeAndShare(request, BALANCED),
    await take(request, TETO),
  ];
  await hold(
    page,
    mine.map((result, i) => ({ ...result, word: `결과 ${i}` })),
  );
  await page.reload();
  await expect(
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) }),
  ).toHaveCount(3);

  await page.getByRole('button', { name: /결과 0 지우기/ }).click();
  await expect(page.getByRole('button', { name: '그만두기' })).toBeFocused();
  await page.getByRole('button', { name: '네, 지워요' }).click();
  await expect(page.getByRole('heading', { name: '결과 0' })).toHaveCount(0);
  expect((await request.get(`/r/${mine[0]?.slug}`)).status()).toBe(404);
  expect((await request.get(`/r/${mine[1]?.slug}`)).status()).toBe(200);

  await page.getByRole('button', { name: '전부 지우기' }).click();
  await page.getByRole('button', { name: '네, 지워요' }).click();
  await expect(page.getByRole('heading', { name: '아직 빈 액자예요' })).toBeVisible();
  expect((await request.get(`/r/${mine[1]?.slug}`)).status()).toBe(404);
});

test('my results: what could not be deleted keeps its key', async ({ page, request, context }) => {
  const mine = await takeAndShare(request, TETO);
  await page.goto('/me');
  await hold(page, [{ ...mine, word: '아까운 결과' }]);
  await page.reload();
  await page.getByRole('button', { name: /아까운 결과 지우기/ }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: '네, 지워요' }).click();
  await expect(page.locator('#mine [role=status]')).toContainText('인터넷이 끊겼어요');
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole('heading', { name: '아까운 결과' })).toBeVisible();
});

test('my results: a test left half-way is taken up again or thrown away', async ({ page }) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  for (const number of [1, 2, 3]) {
    // Not twice on one place in a moment: that would be one answer.
    await page.locator(`[data-category="${number}"]`).first().click();
    await expect(page.locator('#number')).toContainText(String(number + 1));
  }
  await expect
    .poll(async () => {
      await page.goto('/me');
      return page.getByText('3문항까지 답했어요').count();
    })
    .toBe(1);
  await expect(page.getByRole('link', { name: '이어서 풀기' })).toHaveAttribute('href', '/test');
  await page.getByRole('button', { name: '버리기' }).click();
  await expect(page.getByRole('heading', { name: '아직 빈 액자예요' })).toBeVisible();
});
