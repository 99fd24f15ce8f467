import { describe, expect, test } from 'vitest';
import { pdfHtml } from './html.ts';
import type { PdfInput } from './input.ts';
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

const body = (html: string): string => html.slice(html.indexOf('</style>'));

describe('how sure we are', () => {
  test.each(all)('stands as a seal beside the word of $name, never over the axis', ({ input }) => {
    const html = body(pdfHtml(input));
    const seals = [...html.matchAll(/<i class="seal"[^>]*>([^<]*)</g)].map(([, label]) => label);
    expect(seals).toEqual(input.certainty.map(({ label }) => label));
    expect(seals).toHaveLength(input.score.kind === 'none' ? 0 : 1);
    if (seals.length) expect(html).toMatch(/<h1>[^/]*<i class="seal"/);
    for (const [, ends = ''] of html.matchAll(/<div class="ends">(.*?)<\/div>/g))
      for (const label of seals) expect(ends).not.toContain(label);
  });

  test('has room for one more seal and sentence', () => {
    const input = find('en-teto');
    const html = body(
      pdfHtml({ ...input, certainty: [...input.certainty, { label: 'Wobbly', text: 'Hm.' }] }),
    );
    expect(html.match(/class="seal"/g)).toHaveLength(2);
    expect(html).toContain('Hm.');
  });
});

describe('the place among 100 people', () => {
  test('comes with its range, within 1 and 99, and is called provisional where it is', () => {
    const input = find('en-teto');
    const far = { low: 0.99, high: 100 };
    const ranges = { ...input.percentiles.ranges, axis: far };
    const percentiles = { ...input.percentiles, axis: 99.99, ranges };
    const html = body(pdfHtml({ ...input, percentiles, provisional: true }));
    expect(html).toContain('than about 99 of them (1–99).</b> <i class="chip">provisional</i>');
    expect(body(pdfHtml({ ...input, provisional: false }))).not.toContain('class="chip"');
  });

  test('is compared with counted takers once there are enough, its range all the same', () => {
    const input = find('en-teto');
    const percentiles = { ...input.percentiles, basis: 'local' as const, n: 1200 };
    const html = body(pdfHtml({ ...input, percentiles }));
    expect(html).toContain('Compared with 1200 people who finished this test here.');
    expect(html).toMatch(/about \d\d of them \(\d\d–\d\d\)/);
  });
});

test.each(['ko-none', 'en-none'])('%s claims no score, type, percentile or part', (name) => {
  const { facets, ...rest } = find(name);
  const text = body(pdfHtml({ ...rest, facets })).replace(/<svg.*?<\/svg>/gs, '');
  expect(text).not.toMatch(/class="(band|seal|chip|ends)"|추정했|estimated|잠정|provisional|\d명|of them/);
  for (const { label, text: said } of facets) {
    expect(text).not.toContain(label);
    expect(text).not.toContain(said);
  }
});
