import { petal } from './shapes.ts';

/** The figure when no type is given: closed, grey, asleep. */
export function bud(dark: boolean): string {
  const [ink, leaf, skin] = dark ? ['#d8cfbd', '#57503f', '#3a352b'] : ['#6b6353', '#ddd5c3', '#f3ecdc'];
  let out = '';
  for (let i = 0; i < 3; i++) {
    out += `<circle r="${118 + i * 26}" fill="none" stroke="${ink}" stroke-width="${3 - i * 0.5}" stroke-linecap="round" stroke-dasharray=".1 ${9 + i * 4}" opacity="${0.6 - i * 0.15}"/>`;
  }
  for (let i = 0; i < 9; i++) {
    const angle = (i * 2 * Math.PI) / 9;
    out += `<path d="${petal(angle, 30, 100, 26, 0.2)}" fill="${leaf}" fill-opacity=".8" stroke="${ink}" stroke-opacity=".35" stroke-width="1.5"/>`;
  }
  return `${out}<circle r="56" fill="${skin}" stroke="${ink}" stroke-opacity=".5" stroke-width="2"/><path d="M-27 -2q7 6 14 0M13 -2q7 6 14 0M-5 15h10" fill="none" stroke="${ink}" stroke-width="3.6" stroke-linecap="round"/>`;
}
