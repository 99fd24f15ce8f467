import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { BALANCED, hold, STRAIGHT, TETO, take, takeAndShare } from './support/result.ts';
import { test } from './support/test.ts';

const STATIC = [
  ...['/', '/test', '/how', '/privacy', '/terms', '/me', '/offline', '/no-such-page'],
  ...['/signin', '/signup', '/signin/link', '/signin/provider', '/reset'],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' } as object);

    // Colours do not depend on the language, words not on the colours.
    const paths = colorScheme === 'dark' ? STATIC : STATIC.flatMap((page) => [page, `/en${page}`]);
    for (const path of paths) {
      test(`${path} has no findings`, async ({ page }) => {
        await page.goto(path);
        await expect(page.locator('h1').first()).toBeAttached();
        await expectAccessible(page);
      });
    }

    test('results of every kind have none, as seen by friend and owner', async ({ page, request }) => {
      const kinds = [TETO, BALANCED, STRAIGHT, { ...TETO, theta: [-1.4, -0.8, -1.2, 1.3, 1.5, 1] }];
      for (const [i, taker] of kinds.entries()) {
        const mine = await takeAndShare(request, taker);
        await page.goto(`${i % 2 ? '/en' : ''}/r/${mine.slug}`);
        await expectAccessible(page);
        await hold(page, [mine]);
        await page.reload();
        await expect(page.locator('#owner')).toBeVisible();
        await page.locator('[data-owner=ask]').click();
        await expectAccessible(page);
      }
      await page.goto('/r/1111111111111111111111');
      await expectAccessible(page);
    });

    test('my results with entries, a question open, and a private result have none', async ({
      page,
      request,
    }) => {
      await page.goto('/en/me');
      await hold(page, [
        await takeAndShare(request, TETO),
        { ...(await take(request, BALANCED)), slug: null },
      ]);
      await page.reload();
      await page.getByRole('button', { name: 'Delete everything' }).click();
      await expectAccessible(page);
      await page.locator('form button').click();
      await expect(page).toHaveURL('/en/r/private');
      await expectAccessible(page);
    });
  });
}
