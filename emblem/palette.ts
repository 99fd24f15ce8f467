/** One pole's (or one mixture's) colours, hex, from darkest to lightest; `ink` is for text on `pale`. */
export interface Tones {
  ink: string;
  deep: string;
  base: string;
  bright: string;
  pale: string;
}

export type Tone = keyof Tones;

// Each ramp runs Egen → Teto through moss and saffron, so that no mixture turns to mud.
const RAMPS: Record<Tone, readonly string[]> = {
  ink: ['0a3330', '263a1c', '3f300b', '4a210d', '4a1312'],
  deep: ['0f6156', '45742f', 'ad7c14', 'b54d12', '9c2a1d'],
  base: ['17937a', '79ad4b', 'e6b52f', 'f28a2b', 'e8502c'],
  bright: ['58c9a2', 'b2d468', 'fad566', 'ffb65c', 'ff8752'],
  pale: ['dcf3e4', 'ebf3d0', 'fff3cf', 'ffe9cc', 'ffe0c9'],
};

/** Colour on a ramp; `share` is the Teto share, 0 (Egen) to 1 (Teto), clamped. */
export function ramp(tone: Tone, share: number): string {
  const stops = RAMPS[tone];
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(at));
  let hex = '#';
  for (let i = 0; i < 6; i += 2) {
    const [from, to] = [low, low + 1].map((k) => Number.parseInt((stops[k] as string).slice(i, i + 2), 16));
    const value = Math.round((from as number) + ((to as number) - (from as number)) * (at - low));
    hex += value.toString(16).padStart(2, '0');
  }
  return hex;
}

function tones(share: number): Tones {
  const out = {} as Tones;
  for (const tone in RAMPS) out[tone as Tone] = ramp(tone as Tone, share);
  return out;
}

/** Standard normal distribution function of the axis (logistic form, error below 2e-4: enough for colour). */
export function tetoShare(axis: number): number {
  const z = Math.min(4, Math.max(-4, Number.isFinite(axis) ? axis : 0));
  return 1 / (1 + Math.exp(-z * (1.5976 + 0.070566 * z * z)));
}

/** The colours of the product: both poles, and `mix` for an axis value in prior SD units (share = Φ(axis)). */
export const palette: { teto: Tones; egen: Tones; mix: (axis: number) => Tones } = {
  teto: tones(1),
  egen: tones(0),
  mix: (axis) => tones(tetoShare(axis)),
};
