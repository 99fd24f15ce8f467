import bold from 'pretendard/dist/web/static/woff2-subset/Pretendard-Bold.subset.woff2';
import regular from 'pretendard/dist/web/static/woff2-subset/Pretendard-Regular.subset.woff2';

function base64(data: ArrayBuffer): string {
  const bytes = new Uint8Array(data);
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

const face = (data: ArrayBuffer, weight: number): string =>
  `@font-face{font-family:Pretendard;font-weight:${weight};src:url(data:font/woff2;base64,${base64(data)}) format("woff2")}`;

let rules: string | undefined;

/** @font-face rules with the fonts inside, so that printing fetches nothing. */
export function fontFaces(): string {
  rules ??= face(regular, 400) + face(bold, 700);
  return rules;
}
