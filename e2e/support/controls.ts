import { expect, type Page } from '@playwright/test';

const CONTROLS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], label:has(> .sr-only)';

/** Controls in sight that forced colours would leave without a face: no line around them, none under their words, no mark. */
export const faceless = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    const drawn = (style: CSSStyleDeclaration, side: string) =>
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1 &&
      style.getPropertyValue(`border-${side}-style`) !== 'none';
    const hasFace = (element: Element): boolean => {
      const style = getComputedStyle(element);
      // The browser draws these itself, the theme's way.
      if (element.matches('[type=checkbox], [type=radio]')) return style.appearance !== 'none';
      if (['top', 'right', 'bottom', 'left'].every((side) => drawn(style, side))) return true;
      if (element.matches('a') && style.textDecorationLine.includes('underline')) return true;
      if (element.matches('a') && element.querySelector(':scope > img')) return true;
      const mark = getComputedStyle(element, '::before').content;
      return element.matches('summary') && mark !== 'none' && mark !== '""';
    };
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.closest('.sr-only') && !element.matches('[class*="sr-only"]'))
      .filter((element) => !hasFace(element))
      .map((element) => element.outerHTML.slice(0, 120));
  }, CONTROLS);

/**
 * What a state looks like without colour: lines, marks, and what the theme itself fills. Two states that are told apart
 * have two different ones.
 */
export const signs = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const own = getComputedStyle(element);
      const after = getComputedStyle(element, '::after');
      const lines = [own.borderTopStyle, own.borderTopWidth, own.outlineStyle, own.outlineWidth];
      return [...lines, after.content, own.textDecorationLine].join(' ');
    });

/** Targets smaller than 24 px either way, save links inside a sentence (WCAG 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    const inSentence = (element: Element): boolean => {
      const sentence = element.closest('p, li, dd, td, label, figcaption');
      if (!element.matches('a') || getComputedStyle(element).display !== 'inline' || !sentence) return false;
      const words = (node: Element) => (node.textContent ?? '').replace(/[\s·|,./()-]/g, '');
      const links = [...sentence.querySelectorAll('a')].map(words).join('');
      return words(sentence).length > links.length;
    };
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inSentence(element))
      .filter((element) => !element.closest('[inert]') && !element.matches('[class*="sr-only"]'))
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.height < 23.9 || box.width < 23.9))
      .map(
        ({ element, box }) =>
          `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`,
      );
  }, CONTROLS);

/** What large text breaks: beyond the screen, cut off, over one another, or a control's word torn apart. */
export const broken = (page: Page): Promise<string[]> =>
  page.evaluate((controls) => {
    const screenWide = Math.min(innerWidth, screen.width);
    const found: string[] = [];
    const report = (what: string, element: Element) =>
      found.push(`${what}: ${element.outerHTML.slice(0, 110)}`);
    const wide = document.documentElement.scrollWidth;
    if (wide > screenWide) found.push(`the page is ${wide} px wide`);
    // What scrolls by itself may be wider; what only a screen reader reads has no size.
    const apart = '.sr-only, svg, [hidden], [tabindex="0"], noscript, [aria-hidden="true"]';
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => !element.closest(apart) && element.checkVisibility({ visibilityProperty: true }),
    );
    for (const element of seen) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width && (box.right > screenWide + 1 || box.left < -1)) report('off the screen', element);
      const cut = (over: string, scroll: number, client: number) =>
        /hidden|clip/.test(over) && scroll > client + 1;
      if (style.display !== 'inline' && element.textContent?.trim() && !element.matches('input, select'))
        if (
          cut(style.overflowX, element.scrollWidth, element.clientWidth) ||
          cut(style.overflowY, element.scrollHeight, element.clientHeight)
        )
          report('cut off', element);
    }
    const reached = seen.filter((element) => element.matches(controls));
    const boxes = reached
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width);
    for (const [i, { element, box }] of boxes.entries())
      for (const other of boxes.slice(i + 1, i + 12)) {
        const apartX = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const apartY = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        const nested =
          element.contains(other.element) ||
          (element.matches('input, label') && other.element.closest('.field, label'));
        if (apartX > 1 && apartY > 1 && !nested && getComputedStyle(element).display !== 'inline')
          report('over another', element);
      }
    for (const element of [...reached, ...seen.filter((one) => one.matches('h1, h2, h3'))]) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = new Range();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const rows = new Set(
            [...range.getClientRects()].filter(({ width }) => width).map(({ top }) => Math.round(top)),
          );
          if (rows.size > 1 && !element.closest('p, li > :not(.pill), td'))
            report(`“${word}” is torn`, element);
        }
    }
    return found;
  }, CONTROLS);

/** As a browser whose reader has set twice the text: everything in rem doubles, the window does not. */
export const twiceTheText = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('font-size', '200%'),
    );
  });

/** Every page that needs nobody. */
export const PUBLIC = [
  ...['/', '/test', '/how', '/science', '/privacy', '/terms', '/me', '/offline', '/no-such-page'],
  ...['/signin', '/signup', '/signin/link', '/signin/provider', '/reset'],
];

/** Runs a check on each page and fails once, with everything it found. */
export async function overPages(
  page: Page,
  paths: readonly string[],
  open: (path: string) => Promise<unknown>,
  check: (page: Page) => Promise<string[]>,
): Promise<void> {
  const found: string[] = [];
  for (const path of paths) {
    await open(path);
    found.push(...(await check(page)).map((finding) => `${path} ${finding}`));
  }
  expect(found).toEqual([]);
}
