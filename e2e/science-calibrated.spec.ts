import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { calibrate, PLANTED, publish } from './support/calibrated.ts';
import { type OwnServer, ownServer } from './support/server.ts';
import { test } from './support/test.ts';

const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
const PAGES = [
  { path: '/science', language: 'ko', groups: ['영어로 답한 사람', '한국어로 답한 사람'] },
  {
    path: '/en/science',
    language: 'en',
    groups: ['people who took it in English', 'people who took it in Korean'],
  },
] as const;
const PORT = 8824;

let own: OwnServer;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  own = await ownServer(PORT);
  await own.between(calibrate);
});
test.afterAll(() => own?.stop());

async function see(
  browser: Browser,
  path: string,
  screen: keyof typeof SCREENS,
  work: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ viewport: SCREENS[screen], baseURL: own.server.url });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  expect((await page.goto(path, { waitUntil: 'networkidle' }))?.status()).toBe(200);
  await work(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const shots = process.env.SCIENCE_SHOTS;
  if (shots) {
    const name = `${path.slice(1).replace('/', '-')}-${screen}-${await page.locator('[data-version]').count()}`;
    await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  }
  // Neither a placeholder nor a figure that is none.
  expect(await page.locator('main').textContent()).not.toMatch(/\bNaN\b|undefined|\{\w+\}|Infinity/);
  expect(errors).toEqual([]);
  // At a reader's twice the text on the narrowest phone, only the tables scroll.
  await page.setViewportSize({ width: 320, height: 844 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await context.close();
}

for (const screen of ['phone', 'desktop'] as const) {
  for (const { path, language, groups } of PAGES) {
    test(`${path} on a ${screen}, calibrated: what people here showed, nothing for axe`, async ({
      browser,
    }) => {
      const { people, careless } = PLANTED[language];
      await see(browser, path, screen, async (page) => {
        const answer = await page.request.get(`/api/v1/assessments/teto-egen/science?language=${language}`);
        const { report } = (await answer.json()) as { report: { used: number } };
        // Who was planted as careless is out; a person or two look it by luck.
        expect(people - careless - report.used).toBeLessThan(4);
        expect(report.used).toBeLessThanOrEqual(people - careless);
        for (const n of [people, report.used]) {
          await expect(page.locator('#running')).toContainText(n.toLocaleString('en'));
        }
        await expect(page.locator('[data-version]')).toHaveCount(0);

        await expect(page.locator('[data-calibrated]')).toHaveCount(6);
        const items = page.locator('[data-calibrated] tbody tr');
        expect(await items.count()).toBeGreaterThan(48);
        await page.locator('[data-calibrated=thrill] summary').click();
        const moved = page.locator('[data-calibrated=thrill] tbody tr', { hasText: 'thrill02' });
        const drift = Number(((await moved.locator('td').nth(7).textContent()) ?? '').replace('−', '-'));
        if (language === 'ko') expect(drift).toBeGreaterThan(0.05);
        else expect(drift).toBeLessThan(0.05);
        await expect(page.locator('[data-sigma] tbody td:has(small)')).toHaveCount(15);

        const gender = page.locator('[data-dif=displayGender] tbody tr');
        expect(await gender.count()).toBeGreaterThan(48);
        const differing = gender.filter({ has: page.locator('td:last-child', { hasText: /[BC]/ }) });
        const names = await differing.locator('th').allTextContents();
        if (language === 'en') expect(names).toContain('warm03');
        else expect(names).not.toContain('warm03');
        // One comparison of the languages, on the page of either.
        const between = page.locator('[data-dif=language] tbody tr').filter({ hasText: 'thrill02' });
        await expect(between.locator('td').last()).toHaveText(/[BC]/);
        for (const group of groups) await expect(page.locator('#dif')).toContainText(group);

        const length = page.locator('[data-observed] tbody tr');
        await expect(length).toHaveText(/1,200\s*20\.6\s*14–24/);
        await expect(page.locator('#length figure .legend li')).toHaveCount(2);
        await expect(page.locator('#length figure svg[role=img] line.tone-ink')).toHaveCount(13);
        await expect(page.locator('#reliability')).toContainText('1,100');
      });
    });
  }
}

test('a draft changes nothing; published, the page follows it and says what is still of version 1', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await own.between((persistTo) => publish(persistTo, 2));
  // Either language and either screen once: the layout is that of before.
  for (const [{ path, language }, screen] of [
    [PAGES[0], 'phone'],
    [PAGES[1], 'desktop'],
  ] as const) {
    await see(browser, path, screen, async (page) => {
      await expect(page.locator('[data-version]')).toContainText('2');
      await expect(page.locator('h1 ~ p').nth(1)).toContainText(language === 'ko' ? '2판' : 'Version 2');
      await expect(page.locator('[data-own]')).toBeVisible();
      const response = await page.request.get(
        `/api/v1/assessments/teto-egen/parameters?language=${language}&version=2`,
      );
      const { items } = (await response.json()) as {
        items: { item: string; a: number; seA: number; source: string }[];
      };
      const lead = items.find(({ item }) => item === 'lead01');
      expect(lead?.source).toBe(`own answers, ${language}`);
      const shown = [lead?.a ?? 0, lead?.seA ?? 0].map((value) => value.toFixed(2).replace(/^0/, ''));
      const row = page.locator('[data-parameters=lead] tbody tr', { hasText: 'lead01' });
      await expect(row).toContainText(`${shown[0]} (${shown[1]})`);
      await expect(row).toContainText('own answers');
      expect(await page.locator('#information').textContent()).toMatch(/version 2|2판/);
      expect(await page.locator('#length').textContent()).toMatch(/version 1|1판/);
      await expect(page.locator('[data-downloads] a').first()).toHaveAttribute('href', /version=2/);
    });
  }
});
