import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Bank } from '../instruments/load.ts';
import { at } from '../tools/lib/paths.ts';
import { expectAccessible } from './support/axe.ts';
import { test } from './support/test.ts';

const bank = JSON.parse(readFileSync(at('instruments/teto-egen/v1/bank.json'), 'utf8')) as Bank;
const LANGUAGES = [
  { path: '/science', language: 'ko', unproven: '시험해 본 적이 없어요', collecting: /모으는 중이에요/ },
  {
    path: '/en/science',
    language: 'en',
    unproven: 'has not been tested with a panel',
    collecting: /^Real people\. Collecting/,
  },
];

const open = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

for (const { path, language, unproven, collecting } of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} in ${colorScheme}: nothing for axe, nothing wider than the screen, nothing moves`, async ({
      browser,
    }, { project }) => {
      const { baseURL = '', viewport = null, hasTouch = false, isMobile = false } = project.use;
      const { deviceScaleFactor = 1 } = project.use;
      const screen = { viewport, hasTouch, isMobile, deviceScaleFactor };
      const context = await browser.newContext({ baseURL, colorScheme, ...screen });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.addInitScript(() => {
        const seen = window as unknown as { shift: number };
        seen.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.001);
      await expectAccessible(page);
      await open(page);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        page.viewportSize()?.width ?? 0,
      );
      expect(errors).toEqual([]);
      await context.close();
    });
  }

  test(`${path} without script: every item in both languages, every parameter with its error, N and source`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    expect((await page.goto(path))?.status()).toBe(200);
    await expect(page.locator('#items')).toContainText(unproven);
    await expect(page.locator('#running')).toHaveText(collecting);
    await expect(page.locator('[data-items] tbody tr')).toHaveCount(bank.items.length);
    await expect(page.locator('[data-items] tbody td[lang=ko]')).toHaveCount(bank.items.length);
    const rows = await page.locator('[data-parameters] tbody tr').allTextContents();
    const estimated = bank.items.filter(({ a }) => a !== null);
    expect(rows).toHaveLength(estimated.length);
    for (const item of estimated) {
      const row = rows.find((text) => text.trim().startsWith(item.id));
      expect(row, item.id).toContain(String(item.n));
      // Two decimals, no zero before the point: 2.998 with SE .326 reads "3.00 (.33)".
      const shown = [item.a, item.seA].map((value) => (value ?? 0).toFixed(2).replace(/^0/, ''));
      expect(row, item.id).toContain(`${shown[0]} (${shown[1]})`);
    }
    await expect(page.locator('[data-simulated] tbody tr')).toHaveCount(6);
    await expect(page.locator('math').first()).toBeVisible();
    await context.close();
  });

  test(`${path}: every chart has a name, a description and a table`, async ({ page }) => {
    await page.goto(path);
    const charts = page.locator('main figure:has(svg[role=img])');
    expect(await charts.count()).toBeGreaterThanOrEqual(11);
    for (const chart of await charts.all()) {
      const svg = chart.locator('svg[role=img]');
      for (const part of ['title', 'desc']) {
        expect(
          (await svg.locator(part).textContent())?.trim().length,
          (await chart.textContent()) ?? '',
        ).toBeGreaterThan(0);
      }
      await expect(svg).toHaveAttribute('aria-labelledby', /-t \S+-d$/);
      expect(await chart.locator('details table tbody tr').count()).toBeGreaterThan(4);
    }
    expect(await page.locator('main [style]').count()).toBe(0);
  });
}

test('parameters are put in order by a link, also without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/en/science');
  await expect(page.locator('[data-parameters] table').first()).toBeHidden();
  await page.getByRole('link', { name: 'sharpest first' }).click();
  await expect(page).toHaveURL(/\/en\/science\?sort=a#parameters$/);
  const table = page.locator('[data-parameters=aesthetic] table');
  await expect(table).toBeVisible();
  await expect(table.locator('th[aria-sort=descending]')).toHaveText('a (SE)');
  const slopes = (await table.locator('tbody td:nth-child(2)').allTextContents()).map(Number.parseFloat);
  expect(slopes).toEqual([...slopes].sort((a, b) => b - a));
  expect(slopes[0]).toBe(3.32);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/en\/science$/);
  await context.close();
});

test('the parameters can be downloaded, and are those on the page', async ({ page, request }) => {
  await page.goto('/science');
  const links = page.locator('[data-downloads] a');
  await expect(links).toHaveCount(4);
  for (const link of await links.all()) {
    const href = (await link.getAttribute('href')) ?? '';
    const response = await request.get(href);
    expect(response.status(), href).toBe(200);
    const csv = href.includes('format=csv');
    expect(response.headers()['content-type']).toContain(csv ? 'text/csv' : 'application/json');
    const body = await response.text();
    if (csv) expect(body).toContain('lead01');
    else {
      const items = (JSON.parse(body) as { items: { item: string; a: number | null }[] }).items;
      expect(items.find(({ item }) => item === 'lead01')?.a).toBe(2.998);
      expect(items).toHaveLength(bank.items.length);
    }
  }
});

test('the keyboard reaches contents, a fold and the table in it', async ({ page }) => {
  await page.goto('/science');
  const summary = page.locator('[data-parameters=lead] summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  const scroll = page.locator('[data-parameters=lead] [role=group]');
  await expect(scroll).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(scroll).toBeFocused();
  await page.getByRole('link', { name: '신뢰도', exact: true }).press('Enter');
  await expect(page).toHaveURL(/#reliability$/);
  await expect(page.locator('#reliability')).toBeInViewport();
});

test('it is found: from the footer, from how it works, from the sitemap', async ({ page, request }) => {
  await page.goto('/how');
  await expect(page.locator('main a[href="/science"]')).toBeVisible();
  await page.locator('footer a[href="/science"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('숫자로 보는 테토·에겐');
  expect(await (await request.get('/sitemap.xml')).text()).toContain('/en/science</loc>');
  expect((await request.get('/de/science')).status()).toBe(404);
  expect((await request.get('/sciences')).status()).toBe(404);
});

test('on a phone the facet table of how it works keeps its words whole', async ({ page }) => {
  await page.goto('/how');
  const cells = page.locator('.words table').first().locator('tbody td:first-child');
  for (const cell of await cells.all()) {
    const { height, line } = await cell.evaluate((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return {
        height: range.getBoundingClientRect().height,
        line: Number.parseFloat(getComputedStyle(node).lineHeight),
      };
    });
    expect(height, (await cell.textContent()) ?? '').toBeLessThan(line * 1.5);
  }
});
