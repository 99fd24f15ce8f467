/**
 * Runs inline, on a page with a name in rare letters, right after the stylesheet that has them (site/fonts/). Its text
 * waits 100 ms, as with `font-display: optional`, for the cut and every slice the name needs; then the page is drawn in
 * all of them or in the device's typeface. Its SHA-256 is part of the policy (theme.test.ts).
 */
export const LETTERS_SCRIPT =
  "(({dataset:s},f)=>{const end=g=>{s.glyphs=='awaited'&&(s.glyphs=g)};s.glyphs='awaited';setTimeout(end,100,'device');f.load('800 1em \"Pretendard Letters\"','a'+s.letters).then(()=>end('letters'),()=>end('device'))})(document.documentElement,document.fonts)";
