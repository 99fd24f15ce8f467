import { defineConfig } from '@playwright/test';
import { findChromium, remedy } from '../tools/chromium.ts';
import { at } from '../tools/lib/paths.ts';
import { PORT } from './support/server.ts';

const executablePath = findChromium();
if (!executablePath) throw new Error(`browser tests need Chromium: ${remedy()}`);

const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'];

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 };
const desktop = { viewport: { width: 1280, height: 800 } };

/**
 * These write into the shared server's record from outside (support/record.ts). SQLite has one writer: a request of
 * another spec at that moment would fail, so nothing runs beside them.
 */
const WRITES = /(account-(data|look|security)|admin|pending)\.spec\.ts$/;

export default defineConfig({
  testDir: '.',
  outputDir: at('test-results'),
  // One server, two cores: more workers only make each other wait.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: at('.local', 'checks', 'playwright.json') }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args },
  },
  projects: [
    // The technical page, calibrated, looks at both screens itself: one server, one calibration.
    { name: 'phone', testIgnore: [/science-calibrated/, WRITES], use: phone },
    { name: 'desktop', testIgnore: WRITES, use: desktop },
    {
      name: 'phone, alone',
      testMatch: WRITES,
      workers: 1,
      dependencies: ['phone', 'desktop'],
      use: phone,
    },
    { name: 'desktop, alone', testMatch: WRITES, workers: 1, dependencies: ['phone, alone'], use: desktop },
  ],
  webServer: {
    command: `${process.execPath} ${at('e2e', 'support', 'run-server.ts')}`,
    url: `http://localhost:${PORT}/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
  },
});
