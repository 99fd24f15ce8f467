import type { Page } from '@playwright/test';

const Node = { TEXT: 3 };

interface TextNode {
  nodeId: number;
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  children?: TextNode[];
}

/** What is not seen, and what has a typeface of its own on purpose: formulas and code. */
const LEFT_OUT = new Set(['HEAD', 'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'MATH', 'EM', 'CODE']);

const texts = (node: TextNode): TextNode[] =>
  LEFT_OUT.has(node.nodeName.toUpperCase())
    ? []
    : node.nodeType === Node.TEXT
      ? [node]
      : (node.children ?? []).flatMap(texts);

/** Glyphs on the page from our fonts and from the device's, and texts that have the latter. */
export interface Drawn {
  ours: number;
  device: number;
  strange: string[];
}

/** Counts the glyphs really on the page, by whose typeface they are. */
export async function drawn(page: Page): Promise<Drawn> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  const { root } = (await tools.send('DOM.getDocument', { depth: -1 })) as unknown as { root: TextNode };
  const all: Drawn = { ours: 0, device: 0, strange: [] };
  for (const { nodeId, nodeValue } of texts(root)) {
    if (!/\p{L}{2}/u.test(nodeValue)) continue;
    const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont, glyphCount } of fonts) {
      all[isCustomFont ? 'ours' : 'device'] += glyphCount;
      if (!isCustomFont) all.strange.push(`${familyName}: ${nodeValue.trim().slice(0, 40)}`);
    }
  }
  await tools.detach();
  return all;
}

/** Resolves with the first paint of text. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new PerformanceObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe({ type: 'paint', buffered: true });
      }),
  );
