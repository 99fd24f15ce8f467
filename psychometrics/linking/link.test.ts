import { expect, test } from 'vitest';
import { calibrate } from '../calibration/calibrate.ts';
import { drawCategory, normal, uniforms } from '../simulation/person.ts';
import { tetoEgen } from '../testing.ts';
import { applyLink, drift, meanSigma, stockingLord } from './link.ts';

const OLD = tetoEgen('en').items.filter(({ facet, pretest }) => facet === 0 && !pretest);

test('a known change of metric is found exactly, by both methods', () => {
  // The new metric: θ_old = 1.25 θ_new − .4
  const fresh = OLD.map((item) => ({ ...item, a: item.a * 1.25, b: item.b.map((b) => (b + 0.4) / 1.25) }));
  for (const link of [meanSigma(fresh, OLD), stockingLord(fresh, OLD)]) {
    expect(link.slope).toBeCloseTo(1.25, 8);
    expect(link.shift).toBeCloseTo(-0.4, 8);
    applyLink(fresh, link).forEach((item, i) => {
      expect(item.a).toBeCloseTo(OLD[i]!.a, 7);
      item.b.forEach((b, k) => {
        expect(b).toBeCloseTo(OLD[i]!.b[k]!, 7);
      });
    });
    for (const share of drift(applyLink(fresh, link), OLD)) expect(share).toBeLessThan(1e-8);
  }
});

test('steep curves that differ between the nodes of a coarse grid have drifted', () => {
  const old = [{ a: 80, b: [0.02] }];
  const [share] = drift([{ a: 80, b: [0.18] }], old);
  // The curves are .16 apart about 0: √(.16 · φ(0.1)).
  expect(share).toBeGreaterThan(0.22);
  expect(share).toBeLessThan(0.28);
});

test('standard errors change with the metric', () => {
  const [item] = applyLink([{ a: 2, b: [0, 1], seA: 0.2, seB: [0.1, 0.2] }], { slope: 2, shift: 1 });
  expect(item).toEqual({ a: 1, b: [1, 3], seA: 0.1, seB: [0.2, 0.4] });
});

test('the criterion is at its least: no neighbouring link agrees better', () => {
  const fresh = OLD.map((item, i) => ({
    ...item,
    a: item.a * (1 + 0.05 * Math.cos(i)),
    b: item.b.map((b, k) => b + 0.2 + 0.1 * Math.sin(i + k)),
  }));
  const found = stockingLord(fresh, OLD);
  expect(found.converged).toBe(true);
  const score = (items: readonly { a: number; b: readonly number[] }[], theta: number) =>
    items.reduce(
      (sum, { a, b }) => sum + b.reduce((s, at) => s + 1 / (1 + Math.exp(-a * (theta - at))), 0),
      0,
    );
  const loss = (slope: number, shift: number) => {
    let sum = 0;
    for (let theta = -6; theta <= 6.01; theta += 0.2) {
      const apart = score(OLD, theta) - score(applyLink(fresh, { slope, shift }), theta);
      sum += Math.exp((-theta * theta) / 2) * apart * apart;
    }
    return sum;
  };
  const least = loss(found.slope, found.shift);
  for (const [m, c] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
    [1, 1],
    [1, -1],
  ] as const) {
    expect(loss(found.slope + 1e-3 * m, found.shift + 1e-3 * c)).toBeGreaterThan(least);
  }
  expect(loss(meanSigma(fresh, OLD).slope, meanSigma(fresh, OLD).shift)).toBeGreaterThan(least);
});

test('a calibration of another population comes back to the old metric; the item that moved is seen', () => {
  const random = uniforms('link');
  const moved = OLD.map((item, i) => (i === 3 ? { ...item, b: item.b.map((b) => b + 0.8) } : item));
  const responses = Array.from({ length: 4000 }, () => {
    const theta = 0.5 + 0.8 * normal(random);
    return moved.map((item) => drawCategory(item, theta, random));
  });
  const fresh = calibrate(responses).items;
  const anchors = (items: readonly { a: number; b: readonly number[] }[]) => items.filter((_, i) => i !== 3);
  const link = stockingLord(anchors(fresh), anchors(OLD));
  expect(Math.abs(link.slope - 0.8)).toBeLessThan(0.05);
  expect(Math.abs(link.shift - 0.5)).toBeLessThan(0.05);
  drift(applyLink(fresh, link), OLD).forEach((share, i) => {
    if (i === 3) expect(share).toBeGreaterThan(0.1);
    else expect(share).toBeLessThan(0.03);
  });
});

test('anchors that do not fit are refused', () => {
  expect(() => stockingLord([], [])).toThrow('same anchor items');
  expect(() => meanSigma([{ a: 1, b: [0] }], [{ a: 1, b: [0, 1] }])).toThrow('number of categories');
  expect(() => meanSigma([{ a: 1, b: [0] }], [{ a: 1, b: [0] }])).toThrow('thresholds that differ');
});
