import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import reference from '../fixtures/calibration.json' with { type: 'json' };

/**
 * The folder of reference data with respondents' rows, which are under GPL terms and therefore not in this repository:
 * TETO_GOLDEN names it. It holds bfi.csv (psych::bfi) and science.csv (mirt::Science), as Rdatasets writes them. A table
 * of response patterns would be those rows in another order, so of Science only figures are here (science_grm.json,
 * classical.json, calibration.json); LSAT6 and LSAT7 are published tables and are here whole.
 */
export function goldenFolder(): string | null {
  const folder = process.env.TETO_GOLDEN;
  return folder && existsSync(join(folder, 'bfi.csv')) ? folder : null;
}

/** The rows of one scale of fixtures/calibration.json, 0-based and reverse-coded (ids ending in r), null = missing. */
export function readScale(folder: string, scale: string): (number | null)[][] {
  const items = (reference.scales as Record<string, { items: { id: string }[] }>)[scale]!.items;
  const [file, categories] = scale === 'science' ? ['science.csv', 4] : ['bfi.csv', 6];
  const [head, ...lines] = readFileSync(join(folder, file as string), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head!.replaceAll('"', '').split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return items.map(({ id }) => {
      const reversed = file === 'bfi.csv' && id.endsWith('r');
      const cell = cells[names.indexOf(reversed ? id.slice(0, -1) : id)];
      if (!cell || cell === 'NA') return null;
      return reversed ? (categories as number) - Number(cell) : Number(cell) - 1;
    });
  });
}
