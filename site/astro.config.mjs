import cloudflare from '@astrojs/cloudflare';
import preact from '@astrojs/preact';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { fonts } from './fonts/integration.ts';
import { offline } from './src/offline/integration.ts';

export default defineConfig({
  site: process.env.SITE_ORIGIN ?? 'http://localhost:8788',
  output: 'static',
  adapter: cloudflare({
    configPath: './worker/build.wrangler.json',
    imageService: 'passthrough',
    prerenderEnvironment: 'node',
  }),
  session: false,
  integrations: [fonts(), preact(), offline()],
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  prefetch: false,
  // The worker sets a policy without 'unsafe-inline': nothing of ours may be inlined by the build.
  build: { format: 'preserve', inlineStylesheets: 'never' },
  server: { port: 8850 },
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: {
          // What the landing, the test and the result page share is one small file, not one for each module.
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'shared',
                    test: /src\/test\/(results|events|api|session|store)\.ts|idb-keyval|vite\/preload-helper/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
});
