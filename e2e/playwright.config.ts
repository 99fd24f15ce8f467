import { defineConfig } from '@playwright/test';
import { findChromium, remedy } from '../tools/chromium.ts';
import { at } from '../tools/lib/paths.ts';
import { PORT } from './support/server.ts';

const executablePath = findChromium();
if (!executablePath) throw new Error(`browser tests need Chromium: ${remedy()}`);

const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--no-first-run'];

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
    {
      name: 'phone',
      // Looks at both screens itself: one server, one calibration.
      testIgnore: /science-calibrated/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 },
    },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: `${process.execPath} ${at('e2e', 'support', 'run-server.ts')}`,
    url: `http://localhost:${PORT}/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
  },
});
