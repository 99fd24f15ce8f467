import { readFileSync } from 'node:fs';
import { env } from 'node:process';

/** Where the data file is, if it is here: TETO_BIG5 names it. */
export const big5File = (): string | null => env.TETO_BIG5 || null;

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

/**
 * The reference's sample of BIG5/data.csv of openpsychometrics.org (19,719 rows, which are not ours to ship): 13–100 years, men or women, nothing missing, fewer than 40 of
 * 50 answers alike. 2,500 people, as R drew them.
 */
export function readBig5(file: string): Record<string, number>[] {
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

export const coded = (people: Record<string, number>[], name: string, { key }: { key: readonly number[] }) =>
  people.map((row) => key.map((k, i) => (k > 0 ? row[name + (i + 1)]! - 1 : 5 - row[name + (i + 1)]!)));

/** 0 men (reference), 1 women. */
export const groupsOf = (people: Record<string, number>[]) => people.map(({ gender }) => gender! - 1);
