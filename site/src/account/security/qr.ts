import { encode } from 'uqr';

/** A QR code as one SVG path of unit squares, and how many of them make a side. */
export function qrPath(text: string): { path: string; side: number } {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return { path, side: size };
}
