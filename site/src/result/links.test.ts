import { describe, expect, it } from 'vitest';
import { longestTest } from './copy.ts';
import { cardPaths, resultUrl, shareLinks } from './links.ts';

const SLUG = '2'.repeat(22);
const site = new URL('https://teto.example');

describe('what is shared', () => {
  it('is always an address on the published site, in the language of the page', () => {
    expect(resultUrl(site, 'ko', SLUG)).toBe(`https://teto.example/r/${SLUG}`);
    expect(resultUrl(site, 'en', SLUG)).toBe(`https://teto.example/en/r/${SLUG}`);
  });

  it('reaches every service whole, whatever is in the text', () => {
    const text = '내 결과: 테토 & "에겐" #1?';
    const url = resultUrl(site, 'ko', SLUG);
    for (const { channel, href } of shareLinks(url, text)) {
      const given = new URL(href).searchParams;
      expect(given.get('url') ?? given.get('u'), channel).toBe(url);
      if (channel !== 'facebook') expect(given.get('text'), channel).toBe(text);
    }
  });

  it('names the language of its pictures', () => {
    expect(cardPaths(SLUG, 'en').story).toBe(`/cards/${SLUG}-story.png?lang=en`);
  });
});

it('knows how much longer a more precise test may be', () => {
  expect(longestTest(1, 'ko')).toBe(36);
  expect(longestTest(99, 'ko')).toBe(0);
});
