import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where texts for people stand: strings, pages, copy, mails, cards, PDFs, the export's note, the docs. */
const PLACES = ['site/src', 'instruments', 'emblem', 'workers', 'docs', 'README.md'];
/** Words that no password may be made of: what people type, not what we say. */
const NOT_OURS = /workers\/auth\/password\/|\.test\.|\/testing\./;
const TEXTUAL = /\.(json|md|astro|tsx?)$/;

function filesAt(path: string): string[] {
  if (!statSync(root + path).isDirectory()) return [path];
  return readdirSync(root + path).flatMap((name) => filesAt(`${path}/${name}`));
}

/** Every line of those files, with its place; a paragraph and a string of a JSON file are one line each. */
export function lines(): { at: string; text: string }[] {
  const files = PLACES.flatMap(filesAt).filter((path) => TEXTUAL.test(path) && !NOT_OURS.test(path));
  return files.flatMap((path) =>
    readFileSync(root + path, 'utf8')
      .split('\n')
      .map((text, i) => ({ at: `${path}:${i + 1}`, text })),
  );
}

/** Only what is read by people: no code, where "for good" may speak of anything. */
export const spoken = () => lines().filter(({ at }) => /\.(json|md):/.test(at));
