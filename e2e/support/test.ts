import { test as base } from '@playwright/test';

/** Each test comes from an address of its own, as takers do; from one address all of them would meet the rate limit. */
export const test = base.extend({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => {
    const [a = 0, b = 0] = crypto.getRandomValues(new Uint16Array(2));
    await use({ ...extraHTTPHeaders, 'cf-connecting-ip': `2001:db8:${a.toString(16)}:${b.toString(16)}::1` });
  },
});
