export { CARD_SIZES, type CardFormat, type CardInput } from './input.ts';
export { renderCard } from './render.ts';
