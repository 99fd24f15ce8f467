import type { Browser, Response } from '@playwright/test';
import { type Budget, type Cost, travelling } from './budgets.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

// Chromium's layout-shift entries; TypeScript's DOM library does not know them.
const watchShifts = () => {
  const all = globalThis as unknown as { shifted: number };
  all.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
      if (!entry.hadRecentInput) all.shifted += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

const inlineScripts = () =>
  [...document.scripts]
    .filter((script) => !script.src && /^$|javascript|module/.test(script.type))
    .map((script) => script.text);

/**
 * Opens a page in a fresh browser profile and adds up what it loads until the network is quiet. The service worker is
 * kept out: it fills its cache after the page is done.
 * @throws when the page does not answer 200
 */
export async function measure(browser: Browser, url: string, keys: Budget['keys'] = []): Promise<Cost> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    const main = await page.goto(url, { waitUntil: 'networkidle' });
    if (main?.status() !== 200) throw new Error(`${url} answers ${main?.status()}`);
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(500);
    }
    await page.waitForLoadState('networkidle');
    const cost: Cost = { script: 0, requests: responses.length, total: 0, shift: 0 };
    for (const response of responses) {
      const body = await response.body().catch(() => Buffer.alloc(0));
      const bytes = travelling(body);
      cost.total += bytes;
      if (response.request().resourceType() === 'script') cost.script += bytes;
    }
    for (const text of await page.evaluate(inlineScripts)) cost.script += travelling(Buffer.from(text));
    cost.shift = await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
    return cost;
  } finally {
    await context.close();
  }
}
