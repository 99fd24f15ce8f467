/** A hash of the seed and a step to [0, 1): no stream, so what was drawn before never matters. FNV-1a, murmur3 mix. */
export function draw(seed: string, step: number): number {
  let h = 0x811c9dc5 ^ step;
  for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
