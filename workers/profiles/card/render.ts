import { emblem } from '../../../emblem/index.ts';
import { CARD_SIZES, type CardInput } from './input.ts';
import { cardTree } from './layout.ts';
import { draw } from './renderer.ts';

/** Draws a result's card. Returns PNG bytes; the same input gives the same bytes. */
export function renderCard(input: CardInput): Promise<Uint8Array> {
  const { kind, axis, facets } = input.score;
  const figure = emblem({ kind, axis: axis.value, facets: facets.map((facet) => facet.value) });
  return draw(cardTree(input), { ...CARD_SIZES[input.format], lang: input.language, emblem: figure });
}
