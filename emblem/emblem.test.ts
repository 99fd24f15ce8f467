import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { emblem, palette } from './index.ts';

const people = (count: number): number[][] => {
  let state = 20261122;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 6 }, () => (uniform() + uniform() + uniform() + uniform() - 2) * 1.7),
  );
};
const axisOf = (f: readonly number[]): number => f.reduce((sum, x, i) => sum + (i < 3 ? x : -x), 0) / 3;
const draw = (facets: number[], options = {}): string =>
  emblem({ facets, axis: axisOf(facets), kind: 'teto' }, options);
// Largest |coordinate| of any absolute path point, after the figure's own shift and scale.
const outermost = (svg: string): number => {
  const [, shift = '0', scale = '1'] = /translate\(0 (\S+)\) scale\((\S+)\)/.exec(svg) ?? [];
  let far = 0;
  for (const [, d = ''] of svg.matchAll(/ d="([^"]+)"/g)) {
    const numbers = d.replace(/[hq][^MLCSZ]*/g, ' ').match(/-?[\d.]+/g) ?? [];
    numbers.forEach((value, i) => {
      far = Math.max(far, Math.abs(Number(value) * Number(scale) + (i % 2 ? Number(shift) : 0)));
    });
  }
  return far;
};
const corners = Array.from({ length: 64 }, (_, bits) =>
  [0, 1, 2, 3, 4, 5].map((k) => (bits & (1 << k) ? 4 : -4)),
);
const wild = [[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e9, -1e9, -0], [], [1, 2]];

describe('the figure', () => {
  test('same scores, same figure; one facet moved, another figure', () => {
    const person = [0.4, -0.8, 1.1, 0.2, -1.3, 0.6];
    expect(draw(person)).toBe(draw([...person]));
    for (let k = 0; k < 6; k++) {
      const moved = person.map((x, i) => (i === k ? x + 0.5 : x));
      expect(emblem({ facets: moved, axis: 0, kind: 'teto' }, { idPrefix: 'x' })).not.toBe(
        emblem({ facets: person, axis: 0, kind: 'teto' }, { idPrefix: 'x' }),
      );
    }
    expect(new Set(people(500).map((p) => draw(p, { idPrefix: 'x' }))).size).toBe(500);
  });

  test('each facet governs its own part', () => {
    const facet = (k: number, value: number): string =>
      emblem({ facets: [0, 1, 2, 3, 4, 5].map((i) => (i === k ? value : 0)), axis: 0, kind: 'balanced' });
    const count = (svg: string, part: RegExp): number => svg.match(part)?.length ?? 0;
    const lines = /L-?[\d.]+ -?[\d.]+L/g;
    expect(count(facet(1, 2), lines)).toBeGreaterThan(count(facet(1, -2), lines));
    expect(count(facet(4, 2), /stroke-opacity/g)).toBeGreaterThan(count(facet(4, -2), /stroke-opacity/g));
    expect(count(facet(5, 2), /h\.1/g)).toBeGreaterThan(count(facet(5, -2), /h\.1/g));
    expect(count(facet(0, 2), /<path/g)).toBeGreaterThan(count(facet(0, -2), /<path/g));
    expect(facet(2, 2)).toContain('<ellipse');
    expect(facet(2, -2)).not.toContain('<ellipse');
  });

  test('colours follow the axis, not the facets', () => {
    const at = (axis: number): string => emblem({ facets: [0, 0, 0, 0, 0, 0], axis, kind: 'balanced' });
    expect(at(3)).toContain(palette.teto.base);
    expect(at(-3)).toContain(palette.egen.base);
    expect(at(0)).toContain(palette.teto.base);
    expect(at(0)).toContain(palette.egen.base);
  });

  test.each(['teto', 'none'])('of kind %s stays finite, small and inside its box for any score', (kind) => {
    for (const facets of [...corners, ...wild, ...people(200)]) {
      const svg = emblem({ facets, axis: axisOf(facets), kind }, { title: 'x', size: 400 });
      expect(svg).not.toMatch(/NaN|Infinity|undefined|e-\d/);
      expect(outermost(svg)).toBeLessThan(204);
      expect(new TextEncoder().encode(svg).length).toBeLessThan(12 * 1024);
    }
  });

  test('survives a strict content security policy and a card renderer', () => {
    for (const facets of [...corners, ...people(50)]) {
      const svg = draw(facets);
      expect(svg).not.toMatch(/style|<script|<filter|<mask|<foreignObject|mix-blend|href|<use|<image/);
    }
  });

  test('ids neither clash between people nor leave the prefix', () => {
    const ids = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
    const all = people(200).flatMap((p) => ids(draw(p)));
    expect(new Set(all).size).toBe(all.length);
    const prefixed = draw([0, 0, 0, 0, 0, 0], { idPrefix: 'mine-' });
    expect(ids(prefixed).every((id) => id.startsWith('mine-'))).toBe(true);
    for (const [, id] of prefixed.matchAll(/url\(#([^)]+)\)/g)) expect(ids(prefixed)).toContain(id);
  });

  test('a title names it and is text; without one it is decoration', () => {
    const named = draw([0, 0, 0, 0, 0, 0], { title: '<b>"테토" & you' });
    expect(named).toContain('role="img"');
    expect(named).not.toContain('<b>');
    expect(draw([0, 0, 0, 0, 0, 0])).toContain('aria-hidden="true"');
  });
});

describe('the palette', () => {
  const luminance = (hex: string): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const c = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
      return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    }, 0);
  const contrast = (a: string, b: string): number => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };

  test('mixes from pole to pole and stays readable all the way', () => {
    expect(palette.mix(9)).toEqual(palette.mix(4));
    expect(palette.mix(Number.NaN)).toEqual(palette.mix(0));
    for (let axis = -4; axis <= 4; axis += 0.25) {
      const { ink, pale, bright } = palette.mix(axis);
      expect(contrast(ink, pale)).toBeGreaterThan(7);
      expect(contrast(ink, bright)).toBeGreaterThan(4.5);
    }
  });
});

test('the whole module stays under 4 KB gzip', async () => {
  const { outputFiles } = buildSync({
    entryPoints: ['emblem/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const script = new Response(outputFiles[0]!.contents as BodyInit).body!;
  const gzip = await new Response(script.pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  expect(gzip.byteLength).toBeLessThan(4096);
});
