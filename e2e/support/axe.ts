import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Every finding of axe on the page as it stands, one line each: rule, impact, first element. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  // An empty page has no findings either.
  expect(passes.length, 'axe found something to check').toBeGreaterThan(5);
  return violations.map(
    ({ id, impact, help, nodes }) => `${id} (${impact}): ${help} — ${nodes[0]?.target.join(' ')}`,
  );
}

/** Fails with the list unless axe finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page), page.url()).toEqual([]);
}
