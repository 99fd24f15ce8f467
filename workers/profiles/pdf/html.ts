import { emblem, palette, type Tones } from '../../../emblem/index.ts';
import { standing } from '../../../psychometrics/percentiles/standing.ts';
import { safe } from '../../lib/escape.ts';
import { axisColors, band, poleColors } from './bands.ts';
import { fontFaces } from './fonts.ts';
import type { PdfInput } from './input.ts';
import { STYLE } from './style.ts';
import en from './words.en.json' with { type: 'json' };
import ko from './words.ko.json' with { type: 'json' };

const FRAME = { ko, en };
const CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Fills {name} places; the result is safe as HTML. */
function say(template: string, values: Record<string, string | number> = {}): string {
  return safe(template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')));
}

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;
const part = (title: string, body: string): string => `<section><h3>${safe(title)}</h3>${body}</section>`;
const paragraph = (text: string): string => `<p>${safe(text)}</p>`;

function headline({ word, certainty }: PdfInput, { deep, ink }: Tones): string {
  const [first = '', ...rest] = word.split(/,\s*/);
  const nuance = rest.join(', ');
  const seals = certainty.map(
    ({ label }) => `<i class="seal" style="color:${ink};border-color:${deep}">${safe(label)}</i>`,
  );
  return `<h1>${[safe(first), ...seals].join(' ')}${
    nuance ? `<small style="color:${deep}">${safe(nuance)}</small>` : ''
  }</h1>`;
}

function hero(input: PdfInput): string {
  const { score, nickname } = input;
  const known = score.kind !== 'none';
  const figure = emblem({
    kind: score.kind,
    axis: score.axis.value,
    facets: score.facets.map((facet) => facet.value),
  });
  const tones = palette.mix(score.axis.value);
  const whose = nickname?.trim()
    ? `<p class="whose">${say(FRAME[input.language].of, { name: nickname })}</p>`
    : '';
  return `<div class="hero"><div class="figure" style="background:${known ? tones.pale : '#f4ecdb'}">${figure}</div>${whose}${headline(
    input,
    tones,
  )}<p class="lead">${safe(input.tagline)}</p><p class="summary">${safe(input.summary)}</p></div>`;
}

function sureness({ score, poles, axis, certainty, closeCall, language }: PdfInput): string {
  const words = FRAME[language];
  const [own = '', ...more] = certainty.map(({ text }) => text);
  const notes = [score.kind === 'balanced' ? closeCall : own, ...more];
  return `<section class="block"><h2>${safe(words.sure)}</h2><div class="ends"><span style="color:${palette.egen.deep}">${safe(
    poles.egen,
  )}</span><span style="color:${palette.teto.deep}">${safe(poles.teto)}</span></div>${band(
    score.axis,
    axisColors(score.axis.value),
    16,
  )}<div class="key"><span>${safe(words.dark)}</span><span>${safe(words.light)}</span></div><p class="quiet" style="margin-top:2mm">${safe(
    [...notes, axis.howToRead].join(' '),
  )}</p></section>`;
}

function scales(input: PdfInput): string {
  const { score, poles, language } = input;
  const words = FRAME[language];
  const one = (pole: 'teto' | 'egen'): string =>
    `<div><div class="ends"><span>${safe(poles[pole])}</span></div>${band(score.poles[pole], poleColors(pole), 11)}</div>`;
  const { percentiles } = input;
  const { side, n, low, high } = standing(score, percentiles);
  const values = { n, side: poles[side], low, high, count: percentiles.n ?? 0 };
  const chip = input.provisional ? `<i class="chip">${safe(words.provisional)}</i>` : '';
  return `<div class="two block"><section><h2>${safe(words.poles)}</h2>${one('teto')}<div style="height:2mm"></div>${one(
    'egen',
  )}<p class="quiet" style="margin-top:2mm">${safe(words.polesNote)}</p></section><section><h2>${safe(
    words.percentile,
  )}</h2><p style="margin-top:1mm"><b>${say(words.stand, values)}</b> ${chip} ${safe(words.range)}</p><p class="quiet" style="margin-top:2mm">${say(
    percentiles.basis === 'model' ? words.model : words.local,
    values,
  )}</p></section></div>`;
}

function facets({ score, facets, language }: PdfInput): string {
  const words = FRAME[language];
  const known = score.kind !== 'none';
  const cell = (facet: PdfInput['facets'][number], i: number): string => {
    const estimate = score.facets[i];
    if (!known || !estimate) return `<div><h3>${safe(facet.name)}</h3><p>${safe(facet.what)}</p></div>`;
    return `<div><div class="ends">${safe(facet.name)}<span>${safe(facet.label)}</span></div>${band(
      estimate,
      poleColors(i < 3 ? 'teto' : 'egen'),
      9,
    )}<p>${safe(facet.text)}</p></div>`;
  };
  const [title, note] = known ? [words.facets, words.facetsNote] : [words.facetsBlank, ''];
  return `<section style="margin-top:6mm"><h2>${safe(title)}</h2><p class="quiet">${safe(note)}</p><div class="parts">${facets
    .map(cell)
    .join('')}</div></section>`;
}

function portrait({ portrait, language }: PdfInput): string {
  if (!portrait) return '';
  const words = FRAME[language];
  return `<div class="two block">${part(words.strengths, list(portrait.strengths))}${part(
    words.blindSpots,
    list(portrait.blindSpots),
  )}</div><div class="three block">${part(words.inLove, paragraph(portrait.inLove))}${part(
    words.inTeam,
    paragraph(portrait.inTeam),
  )}${part(words.growth, paragraph(portrait.growth))}</div>`;
}

const refusal = ({ refusal }: PdfInput): string =>
  refusal
    ? `<section class="block hero"><h2>${safe(refusal.title)}</h2><p class="summary">${safe(refusal.body)}</p></section>`
    : '';

/**
 * A result as one self-contained HTML document that prints as two A4 pages. Every text of the input is escaped,
 * and its policy lets nothing be fetched or run.
 */
export function pdfHtml(input: PdfInput): string {
  const words = FRAME[input.language];
  const date = new Intl.DateTimeFormat(input.language, { dateStyle: 'long', timeZone: 'Asia/Seoul' }).format(
    input.createdAt,
  );
  const head = `<header><b>${safe(input.site)}</b><span>${say(words.date, { date })} · ${say(words.version, { version: input.version })}</span></header>`;
  const foot = `<footer><p>${safe(input.disclaimer)}</p><p>${safe(input.url)}</p></footer>`;
  const typed = input.score.kind !== 'none';
  const method = `<section class="method"><h3>${safe(words.method)}</h3><div class="two">${(typed
    ? words.methodText
    : words.methodBlank
  )
    .map((text) => `<p>${say(text, { items: input.score.items })}</p>`)
    .join('')}</div></section>`;
  return `<!doctype html><html lang="${input.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}"><title>${say(
    words.title,
    { site: input.site },
  )}</title><style>${fontFaces()}${STYLE}</style></head><body><main><div class="sheet">${head}${hero(input)}${
    typed ? sureness(input) + scales(input) : refusal(input)
  }${foot}</div><div class="sheet">${head}${facets(input)}${portrait(input)}${method}${foot}</div></main></body></html>`;
}
