import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { expect, test } from 'vitest';
import golden from '../fixtures/big5_dif.json' with { type: 'json' };
import { difAnalysis } from './dif.ts';
import { likelihoodRatioDif } from './likelihood-ratio.ts';

// The rows are not ours to ship. TETO_BIG5=<data.csv> is the public file of openpsychometrics.org (BIG5, 19,719 rows).
const path = env.TETO_BIG5;
const title = (name: string) => (path ? name : `${name} (skipped: TETO_BIG5 does not name the data file)`);

/** R's set.seed(seed); sample(n, k): Mersenne Twister, bits with rejection (R ≥ 3.6). 0-based. */
function sampleLikeR(seed: number, n: number, k: number): number[] {
  const state = new Uint32Array(624);
  let scrambled = seed >>> 0;
  const next = () => {
    scrambled = (Math.imul(69069, scrambled) + 1) >>> 0;
    return scrambled;
  };
  for (let i = 0; i < 51; i++) next();
  for (let i = 0; i < 624; i++) state[i] = next();
  let at = 624;
  const half = () => {
    if (at === 624) {
      for (let i = 0; i < 624; i++) {
        const y = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff);
        state[i] = state[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      at = 0;
    }
    let y = state[at++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return ((y ^ (y >>> 18)) >>> 16) & 0xffff;
  };
  const below = (limit: number) => {
    const bits = Math.ceil(Math.log2(limit));
    for (;;) {
      let value = 0;
      for (let got = 0; got <= bits; got += 16) value = value * 65536 + half();
      value %= 2 ** bits;
      if (value < limit) return value;
    }
  };
  const left = Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: k }, () => {
    const j = below(left.length);
    const taken = left[j]!;
    left[j] = left.at(-1)!;
    left.pop();
    return taken;
  });
}

/** The reference's sample: 13–100 years, men or women, nothing missing, fewer than 40 of 50 answers alike. */
function readSample(file: string): Record<string, number>[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header!.split('\t');
  const kept = lines.flatMap((line) => {
    const row = Object.fromEntries(line.split('\t').map((cell, i) => [names[i]!, Number(cell)]));
    const answers = names.slice(-50).map((name) => row[name]!);
    const most = Math.max(...[1, 2, 3, 4, 5].map((k) => answers.filter((value) => value === k).length));
    const right = row.age! >= 13 && row.age! <= 100 && (row.gender === 1 || row.gender === 2);
    return right && !answers.includes(0) && most < 40 ? [row] : [];
  });
  return sampleLikeR(20261122, kept.length, 2500).map((i) => kept[i]!);
}

type Scale = (typeof golden.scales)['A'];

const coded = (people: Record<string, number>[], name: string, { key }: Scale) =>
  people.map((row) => key.map((k, i) => (k > 0 ? row[name + (i + 1)]! - 1 : 5 - row[name + (i + 1)]!)));

test.skipIf(!path)(title('30 items of BIG5 agree with MASS::polr (.01), Mantel and others (1e-6)'), () => {
  const people = readSample(path!);
  const group = people.map(({ gender }) => gender! - 1);
  for (const [name, reference] of Object.entries(golden.scales)) {
    expect(group.filter((g) => g === 0).length).toBe(reference.nMale);
    const responses = coded(people, name, reference);
    difAnalysis(responses, group).items.forEach((ours, i) => {
      const theirs = reference.items[i]!;
      const near = (a: number, b: number, tolerance: number, what: string) =>
        expect(Math.abs(a - b), `${theirs.item} ${what}: ${a}, reference ${b}`).toBeLessThan(tolerance);
      near(ours.uniformChi2, theirs.chi2_uniform, 0.01, 'uniform χ²');
      near(ours.nonuniformChi2, theirs.chi2_nonuniform, 0.01, 'non-uniform χ²');
      near(ours.bothChi2, theirs.chi2_total, 0.01, 'both χ²');
      near(ours.mcfaddenChange, theirs.mcfaddenR2_change_13, 1e-5, 'McFadden');
      near(ours.mcfaddenUniformChange, theirs.mcfaddenR2_change_12, 1e-5, 'McFadden, uniform');
      near(ours.groupEffect, theirs.beta_group_model2, 1e-3, 'group effect');
      near(ours.mantel, theirs.mantel_chi2, 1e-6, 'Mantel');
      near(ours.mantelP, theirs.mantelP, 1e-6, 'Mantel p');
      near(ours.liuAgresti, theirs.liuAgresti_psi, 1e-6, 'Liu–Agresti');
      near(ours.smd, theirs.smd, 1e-6, 'SMD');
      near(ours.smdStandardised, theirs.smd_over_sd, 1e-6, 'SMD / SD');
    });
  }
});

test.skipIf(!path)(title('likelihood-ratio DIF of BIG5 A agrees with mirt'), () => {
  const people = readSample(path!);
  const group = people.map(({ gender }) => gender! - 1);
  const { femaleMean, femaleVar, items } = golden.likelihoodRatio;
  const found = likelihoodRatioDif(coded(people, 'A', golden.scales.A), group, [1, 5, 8]);
  expect(Math.abs(found.focal.mean - femaleMean)).toBeLessThan(1e-4);
  expect(Math.abs(found.focal.variance - femaleVar)).toBeLessThan(1e-4);
  expect(Math.abs(found.logLik - items.A2.logLik_constrained)).toBeLessThan(1e-4);
  [items.A2, items.A6, items.A9].forEach(({ X2, df, p }, i) => {
    expect(found.items[i]).toMatchObject({ df, converged: true });
    expect(Math.abs(found.items[i]!.chi2 - X2)).toBeLessThan(1e-4);
    expect(Math.abs(found.items[i]!.p - p)).toBeLessThan(1e-6);
  });
});
