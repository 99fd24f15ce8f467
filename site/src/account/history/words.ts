import type { Estimate } from '../../../../psychometrics/types.ts';
import type { OwnProfile } from '../../../../workers/contract/profiles.ts';
import { fill } from '../../layouts/fill.ts';
import { day, minute, page, words } from '../shell/page.ts';

export const t = words<typeof import('../../locales/ko/history.json')>();

/** What pages/history.astro adds of the instrument's words. */
export interface Instrument {
  types: Record<string, Record<Gender, string>>;
  facets: { id: string; name: string; pole: string }[];
  poles: { teto: string; egen: string };
  /** What is said of a result whose answers hang together poorly. */
  caution: string;
}
type Gender = OwnProfile['displayGender'];
export const instrument = page.more as Instrument;

/** The type of a result in words: with the account's word for it where one was chosen, else the result's own. */
export function typeWord({ score, displayGender }: OwnProfile, chosen: Gender): string {
  const { kind, leaning } = score;
  const key = kind === 'balanced' ? `balanced-${leaning}` : kind;
  return instrument.types[key]?.[chosen === 'none' ? displayGender : chosen] ?? key;
}

/** Always with its sign: `+0.6`, `−1.1`. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** A score and the ends of its 95 % band. */
export const spoken = ({ value, se }: Estimate) => ({
  value: signed(value),
  low: signed(value - 1.96 * se),
  high: signed(value + 1.96 * se),
});

/** A result's place on the axis, and whether it is to be read with care. */
export function placeWords({ axis, fit }: OwnProfile['score']): string {
  const band = fill(t.list.band, spoken(axis));
  return fit?.cautious ? `${band} · ${instrument.caution}` : band;
}

/** How moments are written: as days, or to the minute where two fall on one day. */
export function momentsOf(results: readonly OwnProfile[]): (iso: string) => string {
  const days = new Set(results.map(({ createdAt }) => day(createdAt)));
  return days.size === results.length ? day : minute;
}
