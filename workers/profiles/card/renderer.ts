import { type ContainerNode, initSync, Renderer } from '@takumi-rs/wasm';
import module from '@takumi-rs/wasm/takumi_wasm_bg.wasm';
import bold from 'pretendard/dist/web/static/woff2-subset/Pretendard-Bold.subset.woff2';
import regular from 'pretendard/dist/web/static/woff2-subset/Pretendard-Regular.subset.woff2';

export interface Drawing {
  width: number;
  height: number;
  lang: string;
  /** SVG text drawn wherever an image node has the source 'emblem'. */
  emblem: string;
}

let ready: Renderer | undefined;

// One an isolate: starting it and reading the fonts costs far more than a card.
function renderer(): Renderer {
  if (ready) return ready;
  initSync({ module });
  ready = new Renderer();
  ready.registerFont({ name: 'Pretendard', data: regular, weight: 400 });
  ready.registerFont({ name: 'Pretendard', data: bold, weight: 700 });
  return ready;
}

/** Draws a node tree as PNG. Every emblem is new, so none is kept in the renderer's cache. */
export function draw(node: ContainerNode, { width, height, lang, emblem }: Drawing): Promise<Uint8Array> {
  const data = new TextEncoder().encode(emblem);
  const images = [{ src: 'emblem', data, cache: 'none' as const }];
  return renderer().render(node, { width, height, lang, images, format: 'png' });
}
