import { describe, expect, test } from 'vitest';
import { pdfHtml } from './html.ts';
import type { PdfInput } from './input.ts';
import { standing } from './standing.ts';
import { samplePdfs } from './testing.ts';

const all = samplePdfs();
const find = (name: string): PdfInput => all.find((sample) => sample.name === name)!.input;
const EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';

/** The input with every text in it replaced. */
function poison<T>(value: T): T {
  if (typeof value === 'string') return EVIL as T;
  if (Array.isArray(value)) return value.map(poison) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poison(inner)])) as T;
}

describe('the document', () => {
  test.each(all)('of $name says everything the result says', ({ input }) => {
    const html = pdfHtml(input);
    const text = (content: string): string => content.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
    expect(html).toContain(text(input.tagline));
    expect(html).toContain(text(input.disclaimer));
    for (const facet of input.facets) expect(html).toContain(text(input.portrait ? facet.text : facet.what));
    for (const line of input.portrait?.strengths ?? []) expect(html).toContain(text(line));
    expect(html.match(/class="sheet"/g)).toHaveLength(2);
    expect(html.match(/class="band"/g)?.length ?? 0).toBe(input.score.kind === 'none' ? 0 : 9);
    expect(html.slice(html.indexOf('</style>'))).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  test('draws every text as text', () => {
    const input = find('en-teto');
    const { language, score, percentiles, ...texts } = input;
    const html = pdfHtml({ ...poison(texts), language, score, percentiles });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;script&#62;alert(1)');
  });

  test('fetches nothing and runs nothing', () => {
    const html = pdfHtml(find('ko-egen'));
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:");
    expect(html).not.toMatch(/(src|href)=|@import|url\((?!data:|#)/);
    expect(html.match(/url\(data:font\/woff2;base64,d09GMg/g)).toHaveLength(2);
  });

  test('a refused result is explained and gets no band', () => {
    const input = find('ko-none');
    const html = pdfHtml(input);
    expect(html).toContain(input.refusal!.title);
    expect(html).not.toContain('class="band"');
  });
});

describe('the place among 100 people', () => {
  const at = (axis: number, value: number, basis: 'model' | 'local' = 'model') =>
    standing({
      score: {
        ...find('ko-teto').score,
        leaning: value < 0 ? 'egen' : 'teto',
        axis: { value, se: 0.3, pTeto: 0.5 },
      },
      percentiles: { basis, n: basis === 'local' ? 1200 : null, axis, teto: 50, egen: 50, facets: [] },
    });

  test('is counted towards the own side and is never everybody or nobody', () => {
    expect(at(93.3, 1.5)).toMatchObject({ side: 'teto', n: 93 });
    expect(at(6.7, -1.5)).toMatchObject({ side: 'egen', n: 93 });
    expect(at(99.99, 4).n).toBe(99);
    expect(at(93.3, 1.5).range).toEqual([82, 98]);
    expect(at(6.7, -1.5).range).toEqual([82, 98]);
  });

  test('is compared with counted takers once there are enough', () => {
    expect(at(80, 0.9, 'local')).toEqual({ side: 'teto', n: 80, range: null, count: 1200 });
    expect(
      pdfHtml({
        ...find('en-teto'),
        percentiles: { ...find('en-teto').percentiles, basis: 'local', n: 1200 },
      }),
    ).toContain('Compared with 1200 people who finished this test here.');
  });
});
