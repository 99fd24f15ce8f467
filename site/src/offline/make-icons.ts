/** `node site/src/offline/make-icons.ts`: draws the icons and the preview pictures of site/public from the emblem. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { emblem } from '../../../emblem/index.ts';
import en from '../locales/en/landing.json' with { type: 'json' };
import ko from '../locales/ko/landing.json' with { type: 'json' };

const PAPER = '#f8f3e9';
const publicFolder = fileURLToPath(new URL('../../public/', import.meta.url));
const figure = { facets: [0.9, 1.1, 0.6, 1.2, 1, 1.3], axis: 0.1, kind: 'balanced' };
const svg = emblem(figure, { idPrefix: 'icon', size: 400 });
const font = readFileSync(
  createRequire(import.meta.url).resolve('pretendard/dist/web/static/woff2/Pretendard-ExtraBold.woff2'),
).toString('base64');

const page = (body: string, css: string): string =>
  `<style>@font-face{font-family:P;src:url(data:font/woff2;base64,${font})}*{margin:0}body{width:100vw;height:100vh;overflow:hidden;position:relative}${css}</style>${body}`;

const icon = (background: string, scale: number): string =>
  page(
    svg,
    `body{background:${background};display:grid;place-items:center}svg{width:${scale}vw;height:${scale}vw}`,
  );

const preview = (teto: string, egen: string, line: string): string =>
  page(
    `<b class="t">${teto}</b><b class="e">${egen}</b>${svg}<p>${line}</p>`,
    `body{background:${PAPER};font:800 40px P;word-break:keep-all}b{position:absolute;font-size:${egen.length > 2 ? 178 : 250}px;letter-spacing:-.06em;line-height:1}.t{left:70px;top:50px;color:#e8502c}.e{right:50px;top:240px;color:#17937a}svg{position:absolute;left:410px;top:70px;width:400px;height:400px}p{position:absolute;left:70px;bottom:56px;color:#1d1914;letter-spacing:-.02em}`,
  );

const pictures: [file: string, width: number, height: number, html: string][] = [
  ['icons/icon-192.png', 192, 192, icon('transparent', 100)],
  ['icons/icon-512.png', 512, 512, icon('transparent', 100)],
  ['icons/maskable-512.png', 512, 512, icon(PAPER, 74)],
  ['icons/apple-180.png', 180, 180, icon(PAPER, 88)],
  ['og-ko.png', 1200, 630, preview(ko.heading.teto, ko.heading.egen, ko.promise)],
  ['og-en.png', 1200, 630, preview(en.heading.teto, en.heading.egen, en.promise)],
];

mkdirSync(`${publicFolder}icons`, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [file, width, height, html] of pictures) {
  const tab = await browser.newPage({ viewport: { width, height } });
  await tab.setContent(html);
  await tab.evaluate(() => document.fonts.ready);
  await tab.screenshot({ path: publicFolder + file, omitBackground: true });
  await tab.close();
}
await browser.close();
// The mark of the header: at 16 px the emblem would be a blot.
const mark = readFileSync(new URL('../components/Mark.astro', import.meta.url), 'utf8');
const drawn = /<svg[\s\S]*<\/svg>/
  .exec(mark)?.[0]
  .replace(/class=\{\w+\}/, 'xmlns="http://www.w3.org/2000/svg"');
if (!drawn) throw new Error('Mark.astro holds no svg');
writeFileSync(`${publicFolder}icons/icon.svg`, `${drawn.replace(/ (aria-hidden|focusable)="\w+"/g, '')}\n`);
