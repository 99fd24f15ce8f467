/** Whether text typed by somebody needs a glyph that the fonts of every page (`cuts`, site/fonts/) lack. */
export function beyondCuts(text: string, cuts: string): boolean {
  const known = new Set(cuts);
  return [...text.normalize('NFC')].some((character) => character > ' ' && !known.has(character));
}
