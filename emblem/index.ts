export { type EmblemInput, type EmblemOptions, emblem } from './emblem.ts';
export { palette, type Tones } from './palette.ts';
