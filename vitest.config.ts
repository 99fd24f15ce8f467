import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';
import { localKeys } from './tools/secrets.ts';
import { readBundles } from './tools/seed.ts';

/** Two kinds of tests: what runs anywhere (Node), and what needs the platform (workerd, real migrations). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{psychometrics,instruments,emblem,tools,site,bench}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './workers/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                SEAL_KEYS: `test:${'A'.repeat(43)}`,
                ...localKeys(),
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
                TEST_BUNDLES: readBundles(),
              },
            },
          })),
        ],
        test: {
          name: 'workers',
          include: ['{workers,durable}/**/*.test.ts'],
          setupFiles: ['./workers/testing/setup.ts'],
          testTimeout: 30_000,
          deps: { optimizer: { ssr: { enabled: true, include: ['itty-durable', 'itty-router'] } } },
        },
      },
    ],
  },
});
