// npm run bench lighthouse: Lighthouse, mobile, on the pages a taker meets. Exits 1 when a score is under 95.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { ownServer } from '../e2e/support/server.ts';
import { findChromium, remedy } from '../tools/chromium.ts';
import { prepare } from '../tools/prepare.ts';
import { takeTest } from '../tools/taker.ts';

const LIMIT = 95;
const PORT = 8831;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

await prepare();
const chromePath = findChromium();
if (!chromePath) throw new Error(`Lighthouse needs Chromium. To fix: ${remedy()}`);
const own = await ownServer(PORT);
const chrome = await launch({ chromePath, chromeFlags: FLAGS });
let low = 0;
try {
  const { url } = own.server;
  const { slug, profile, secret } = await takeTest(url);
  // Lighthouse counts `noindex` against a page; a result is indexed only once its owner makes it public.
  await fetch(`${url}/api/v1/profiles/${profile}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ visibility: 'public' }),
  });
  console.log(
    [
      'page'.padEnd(14),
      ...CATEGORIES.map((name) => name.padStart(15)),
      'LCP ms'.padStart(9),
      'CLS'.padStart(7),
    ].join(''),
  );
  for (const path of ['/', '/en/', '/test', `/r/${slug}`, `/en/r/${slug}`, '/how', '/me']) {
    const run = await lighthouse(url + path, {
      port: chrome.port,
      onlyCategories: CATEGORIES,
      logLevel: 'error',
    });
    if (!run) throw new Error(`Lighthouse gave no report for ${path}`);
    const { categories, audits } = run.lhr;
    const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100));
    const lcp = Math.round(audits['largest-contentful-paint']?.numericValue ?? 0);
    const shift = audits['cumulative-layout-shift']?.numericValue ?? 0;
    console.log(
      [
        path.slice(0, 13).padEnd(14),
        ...scores.map((score) => String(score).padStart(15)),
        String(lcp).padStart(9),
        shift.toFixed(3).padStart(7),
      ].join(''),
    );
    for (const name of CATEGORIES) {
      for (const { id } of categories[name]?.auditRefs ?? []) {
        const audit = audits[id];
        const faulty = audit?.score !== null && audit?.score !== undefined && audit.score < 0.9;
        if (faulty && audit.scoreDisplayMode !== 'informative')
          console.log(`    ${name}: ${id} ${audit.displayValue ?? ''}`);
      }
    }
    low += scores.filter((score) => score < LIMIT).length;
  }
} finally {
  chrome.kill();
  await own.stop();
}
if (low > 0) process.exit(1);
