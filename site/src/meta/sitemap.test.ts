import { describe, expect, it } from 'vitest';
import { sitemap } from './sitemap.ts';

describe('sitemap', () => {
  const xml = sitemap(new URL('https://example.org'), [{ paths: { ko: '/how', en: '/en/how' } }], 'ko');

  it('lists a page once a language, absolute', () => {
    expect(xml.match(/<loc>[^<]+/g)).toEqual([
      '<loc>https://example.org/how',
      '<loc>https://example.org/en/how',
    ]);
  });

  it('names every translation and the default for each', () => {
    expect(xml.match(/hreflang="en"/g)).toHaveLength(2);
    expect(xml.match(/hreflang="x-default" href="https:\/\/example.org\/how"/g)).toHaveLength(2);
  });

  it('escapes addresses', () => {
    const odd = sitemap(new URL('https://example.org'), [{ paths: { ko: '/a&b' } }], 'ko');
    expect(odd).toContain('/a&#38;b<');
  });
});
