import { expect, test } from 'vitest';
import { emblem } from '../../../emblem/index.ts';
import { pdfHtml } from '../pdf/html.ts';
import { samplePdfs } from '../pdf/testing.ts';
import { DRAWING } from '../revision.ts';
import { cardTree } from './layout.ts';
import { sampleCards } from './testing.ts';

/** What the drawing with this number looks like. A change gives another print: count DRAWING up, then note it here. */
const PRINT = { drawing: 3, print: '826c9395e7561800' };

test('a changed drawing gets a new number, so that no card or PDF of the old one is served', async () => {
  const cards = (['og', 'story', 'square'] as const).flatMap((format) =>
    sampleCards(format).map(({ input }) => {
      const { kind, axis, facets } = input.score;
      const figure = emblem({ kind, axis: axis.value, facets: facets.map(({ value }) => value) });
      return [cardTree(input), figure];
    }),
  );
  // The fonts are half a megabyte that no change of ours touches.
  const pdfs = samplePdfs().map(({ input }) => pdfHtml(input).replaceAll(/base64,[\w+/=]+/g, ''));
  const bytes = new TextEncoder().encode(JSON.stringify([cards, pdfs]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const print = [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  expect({ drawing: DRAWING, print }).toEqual(PRINT);
});
