// npm run bench tap: from a tap to the next question painted, at a CPU slowed down 4 ×, on a phone's and a desktop's
// screen. Main-thread work of the frame, from Chromium's own trace. Exits 1 when a median is over one frame.
import { type Browser, chromium, type Page } from '@playwright/test';
import { ownServer } from '../e2e/support/server.ts';
import { findChromium, remedy } from '../tools/chromium.ts';
import { prepare } from '../tools/prepare.ts';
import { CATEGORIES, framesOfClicks, median } from './lib/frames.ts';

/** A phone of the slower sort, as Lighthouse slows a laptop down to it. */
const SLOWDOWN = 4;
const FRAME_MS = 16;
const TAPS = 14;
const FRESH_LOADS = 7;
const PORT = 8832;
const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

await prepare();
const executablePath = findChromium();
if (!executablePath) throw new Error(`taps are measured in Chromium. To fix: ${remedy()}`);

async function landing(
  browser: Browser,
  origin: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(origin);
  await page.waitForLoadState('networkidle');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await browser.startTracing(page, { categories: CATEGORIES });
  return page;
}

async function tap(page: Page, n: number): Promise<void> {
  await page.locator(`[data-category="${(n * 2) % 5}"]`).click();
  await page.locator('#numeral', { hasText: new RegExp(`^${n + 1}$`) }).waitFor();
  await page.waitForTimeout(300);
}

const work = async (browser: Browser): Promise<number[]> =>
  framesOfClicks(await browser.stopTracing()).map((frame) => frame.work);

const own = await ownServer(PORT);
let slow = false;
console.log('screen     tap            median ms   slowest ms');
try {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    // A browser of its own: a trace takes in all that its browser does.
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-quic', '--no-first-run'],
    });
    const first: number[] = [];
    for (let load = 0; load < FRESH_LOADS; load++) {
      const page = await landing(browser, own.server.url, viewport);
      await tap(page, 1);
      first.push(...(await work(browser)));
      await page.close();
    }
    const page = await landing(browser, own.server.url, viewport);
    for (let n = 1; n <= TAPS; n++) await tap(page, n);
    const rest = (await work(browser)).slice(1);
    await browser.close();
    for (const [name, times] of [
      ['first', first],
      ['later', rest],
    ] as const) {
      const middle = median(times);
      slow ||= !(middle <= FRAME_MS);
      console.log(
        `${screen.padEnd(11)}${name.padEnd(15)}${middle.toFixed(1).padStart(9)}${Math.max(...times)
          .toFixed(1)
          .padStart(13)}`,
      );
    }
  }
} finally {
  await own.stop();
}
if (slow) process.exit(1);
