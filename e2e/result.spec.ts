import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { BALANCED, hold, STRAIGHT, TETO, take, takeAndShare } from './support/result.ts';
import { test } from './support/test.ts';

/** As far out as answers go. */
const FAR = { ...TETO, theta: [3, 3, 3, -3, -3, -3] };

/** Collects what the page complains of (policy violations, errors) and every address it asks for. */
function watch(page: Page): { complaints: string[]; addresses: string[] } {
  const seen = { complaints: [] as string[], addresses: [] as string[] };
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && seen.complaints.push(message.text()));
  page.on('request', (request) => seen.addresses.push(request.url()));
  return seen;
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a shared result is whole: disclaimer first, bands, six facets, honest percentile', async ({
    page,
    request,
  }) => {
    const { slug } = await takeAndShare(request, TETO);
    await page.goto(`/r/${slug}`);
    await expect(page.locator('main')).toContainText(/^\s*재미로 하고/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('테토녀');
    await expect(page.getByRole('img', { name: /^테토·에겐 축 \+/ })).toBeVisible();
    await expect(page.locator('#poles').getByRole('img')).toHaveCount(2);
    await expect(page.locator('#facets li')).toHaveCount(6);
    await expect(page.locator('#facets li').first()).toContainText('높은 편');
    await expect(page.locator('#standing')).toContainText('국가 평균이 아니에요');
    await expect(page.locator('#chemistry')).toContainText('전설');
    await expect(page.locator('#facts')).toContainText('표준오차');
    await expect(page.getByRole('link', { name: '나는 뭘까? 바로 풀기' })).toHaveAttribute(
      'href',
      `/?from=${slug}`,
    );
    await expect(page.getByRole('heading', { name: '내 결과 관리' })).toBeHidden();
    // A strict policy drops style attributes without a word.
    expect(await page.content()).not.toMatch(/\sstyle="/);
  });

  test('a close call is called balanced and explained', async ({ page, request }) => {
    const { slug } = await takeAndShare(request, BALANCED);
    await page.goto(`/en/r/${slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Balanced');
    await expect(page.locator('#sure')).toContainText('Too close to call');
    await expect(page.locator('#sure')).toContainText('Close call');
  });

  test('a refusal is kind, gives no type and offers another go', async ({ page, request }) => {
    const { slug } = await takeAndShare(request, STRAIGHT);
    await page.goto(`/r/${slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('이번엔 판정 보류');
    await expect(
      page.getByRole('heading', { level: 2, name: '답이 자로 그은 듯 한 줄이에요' }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: '질문 읽으면서 다시 하기' })).toHaveAttribute(
      'href',
      '/test',
    );
    // Neither the page nor the preview of its link claims a score, a type, a place or a part.
    await expect(page.locator('#sure, #poles, #facets, #standing, #chemistry, #share')).toHaveCount(0);
    expect(await page.content()).not.toMatch(/여섯 점수|여섯 가지 점수|표준편차|잠정|#share|반박은/);
    await expect(page.locator('#facts')).toContainText('숫자가 없어요');
  });

  test('every number comes with its range and is called provisional beside it, never past 99', async ({
    page,
    request,
  }) => {
    const { slug } = await takeAndShare(request, FAR);
    for (const [path, chip] of [
      [`/r/${slug}`, '잠정'],
      [`/en/r/${slug}`, 'provisional'],
    ] as const) {
      await page.goto(path);
      const numbers = page.locator('p', { has: page.getByText(chip, { exact: true }) });
      await expect(numbers).toHaveCount(2);
      await expect(numbers.first()).toContainText('99%');
      await expect(numbers.last()).toContainText(/99.*\(\d\d[~–]99/);
      expect(await page.locator('main').textContent()).not.toMatch(
        /[>≥] ?99|99[.,]\d|100 ?%|0명보다|100명보다/,
      );
    }
  });

  test('each chart has a short name of its own, and how to read them is said once', async ({
    page,
    request,
  }) => {
    const { slug } = await takeAndShare(request, TETO);
    for (const [path, explained] of [
      [`/r/${slug}`, '표준편차예요'],
      [`/en/r/${slug}`, 'in standard deviations'],
    ] as const) {
      await page.goto(path);
      const charts = page.locator('#sure, #poles, #facets').getByRole('img');
      const names = await charts.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel ?? ''));
      expect(new Set(names).size).toBe(9);
      for (const name of names) expect(name.length, name).toBeLessThan(48);
      await expect(page.getByText(explained)).toHaveCount(1);
    }
  });
});

test('an existing result speaks the other language', async ({ page, request }) => {
  const { slug } = await takeAndShare(request, TETO);
  await page.goto(`/r/${slug}`);
  await page.locator('[data-language-switch]').click();
  await expect(page).toHaveURL(`/en/r/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teto girl');
  await expect(page.locator('#facts')).toContainText('Korean');
});

test('a result nobody made, and one with a crooked address, are gone kindly', async ({ page }) => {
  for (const slug of ['1111111111111111111111', 'crooked']) {
    const response = await page.goto(`/r/${slug}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('이 결과는 여기 없어요');
  }
});

test('the owner names, hides, shares again, takes the link away and deletes; no address ever holds the key', async ({
  page,
  request,
}) => {
  const mine = await takeAndShare(request, TETO);
  const { complaints, addresses } = watch(page);
  await page.goto('/how');
  await hold(page, [mine]);
  await page.goto(`/r/${mine.slug}`);
  const panel = page.locator('#owner');
  await expect(panel.getByRole('heading', { name: '내 결과 관리' })).toBeVisible();

  await panel.getByLabel('이름표').fill('<b>한강</b>');
  await panel.getByLabel('안 붙임').check();
  await panel.getByRole('button', { name: '저장' }).click();
  await expect(page).toHaveTitle('<b>한강</b>님은 테토');
  await expect(page.getByText('<b>한강</b>님의 결과')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('테토');

  await panel.getByLabel('나만').check();
  await panel.getByRole('button', { name: '저장' }).click();
  await expect(page).toHaveURL('/r/private');
  await expect(page.getByText('비공개 결과예요')).toBeVisible();
  expect((await request.get(`/r/${mine.slug}`)).status()).toBe(404);
  expect((await request.get(`/cards/${mine.slug}.png`)).status()).toBe(404);

  await panel.getByRole('button', { name: '링크 만들기' }).click();
  await expect(page).toHaveURL(/\/r\/[1-9A-HJ-NP-Za-km-z]{22}$/);
  const shared = new URL(page.url()).pathname;
  await panel.getByRole('button', { name: '이 링크 없애기' }).click();
  await expect(page).toHaveURL('/r/private');
  expect((await request.get(shared)).status()).toBe(404);

  await panel.getByRole('button', { name: '링크 만들기' }).click();
  await expect(page).toHaveURL(/\/r\/[1-9A-HJ-NP-Za-km-z]{22}$/);
  const last = new URL(page.url()).pathname;
  expect(last).not.toBe(shared);
  await panel.getByRole('button', { name: '결과 지우기' }).click();
  await panel.getByRole('button', { name: '네, 다 지워요' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('다 지웠어요. 안녕, 즐거웠어요.');
  await expect(page.locator('#facets')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('mine'))).toBeNull();
  expect((await request.get(last)).status()).toBe(404);
  expect((await request.get(`/api/v1/profiles${last.slice(2)}/pdf`)).status()).toBe(404);
  await page.goto('/me');
  await expect(page.getByRole('heading', { name: '아직 빈 액자예요' })).toBeVisible();

  expect(addresses.filter((address) => address.includes(mine.secret))).toEqual([]);
  expect(complaints.filter((text) => !text.includes('icon'))).toEqual([]);
});

test('a name in letters the site never uses gets them, and only then', async ({ page, request }) => {
  const mine = await takeAndShare(request, TETO);
  const slicesFor = async (nickname: string): Promise<string[]> => {
    const headers = { authorization: `Bearer ${mine.secret}` };
    const named = await request.put(`/api/v1/profiles/${mine.id}`, { headers, data: { nickname } });
    expect(named.ok()).toBe(true);
    const asked: string[] = [];
    page.on('request', (sent) => asked.push(sent.url()));
    await page.goto(`/r/${mine.slug}`);
    await expect(page.getByText(`${nickname}님의 결과`)).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    page.removeAllListeners('request');
    return asked.filter((url) => /\.subset\.|beyond/.test(url)).map((url) => new URL(url).pathname);
  };
  expect(await slicesFor('결과')).toEqual([]);
  const asked = await slicesFor('뷁');
  expect(asked.filter((path) => path.endsWith('.css'))).toHaveLength(1);
  // One glyph, in the one weight it is shown in.
  expect(asked.filter((path) => path.endsWith('.woff2'))).toEqual([
    expect.stringContaining('Pretendard-ExtraBold.subset'),
  ]);
});

test('a name the API refuses is explained, and nothing changes', async ({ page, request }) => {
  const mine = await takeAndShare(request, TETO);
  await page.goto('/how');
  await hold(page, [mine]);
  await page.goto(`/r/${mine.slug}`);
  const panel = page.locator('#owner');
  await panel.getByLabel('이름표').fill('스물한글자가넘는아주아주긴이름표를적어봅니다요');
  await panel.getByRole('button', { name: '저장' }).click();
  await expect(panel.getByRole('status')).toContainText('1–20자');
  await page.reload();
  await expect(page.locator('main')).not.toContainText('스물한글자');
});

test('a result that never had a link opens for its owner by a form, never by an address', async ({
  page,
  request,
}) => {
  const mine = await take(request, TETO);
  await page.goto('/me');
  await hold(page, [{ ...mine, slug: null }]);
  await page.reload();
  await page.getByRole('button', { name: /열기/ }).click();
  await expect(page).toHaveURL('/r/private');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('테토녀');
  const wrong = {
    form: { id: mine.id, secret: 'x'.repeat(32) },
    headers: { origin: new URL(page.url()).origin },
  };
  const denied = await request.post('/r/private', wrong);
  expect(denied.status()).toBe(403);
  expect(denied.headers()['cache-control']).toContain('no-store');
});

test('a private result becomes a PDF by its key, and goes on to be surer', async ({ page, request }) => {
  const mine = await take(request, BALANCED);
  const hidden = await request.put(`/api/v1/profiles/${mine.id}`, {
    headers: { authorization: `Bearer ${mine.secret}` },
    data: { visibility: 'private' },
  });
  expect(hidden.ok()).toBe(true);
  const { addresses, complaints } = watch(page);
  await page.goto('/me');
  await hold(page, [{ ...mine, slug: null }]);
  await page.reload();
  await page.getByRole('button', { name: /열기/ }).click();
  await page.getByRole('button', { name: 'A4 두 장 PDF' }).click();
  const link = page.getByRole('link', { name: 'PDF가 나왔어요' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('teto-egen.pdf');
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  const offer = page.getByRole('link', { name: /최대 \d+문항 더 풀고 더 확실하게/ });
  await expect(offer).toHaveAttribute('href', `/test?continue=${mine.id}`);
  await offer.click();
  await expect(page.locator('#note')).toHaveText(/./);
  expect(Number(await page.locator('#numeral').textContent())).toBeGreaterThan(10);
  expect(addresses.filter((address) => address.includes(mine.secret))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('being surer is offered to the owner of a close call only', async ({ page, request }) => {
  const mine = await takeAndShare(request, BALANCED);
  await page.goto(`/r/${mine.slug}`);
  const offer = page.getByRole('link', { name: /최대 \d+문항 더 풀고 더 확실하게/ });
  await expect(offer).toBeHidden();
  await hold(page, [mine]);
  await page.reload();
  await expect(offer).toHaveAttribute('href', `/test?continue=${mine.slug}`);
  await expect(offer).toBeVisible();
});
