type Dictionary = { [key: string]: string | string[] | Dictionary };

const files = import.meta.glob<Dictionary>('../locales/*/*.json', { eager: true, import: 'default' });

/** Korean lives at `/`, every other language under its own first segment. */
export const DEFAULT_LANGUAGE = 'ko';

/** Languages that have a `common.json`, the default one first. */
export const languages: readonly string[] = Object.keys(files)
  .map((path) => /locales\/([^/]+)\/common\.json$/.exec(path)?.[1])
  .filter((language): language is string => !!language)
  .sort((a, b) => Number(b === DEFAULT_LANGUAGE) - Number(a === DEFAULT_LANGUAGE));

/** For `getStaticPaths` of a page at `[...language]/…`: one page a language. */
export const languagePaths = () =>
  languages.map((language) => ({
    params: { language: language === DEFAULT_LANGUAGE ? undefined : language },
    props: { language },
  }));

/** The language of a `[...language]` parameter; null when there is no such site. */
export function languageOf(parameter: string | undefined): string | null {
  if (!parameter) return DEFAULT_LANGUAGE;
  return parameter !== DEFAULT_LANGUAGE && languages.includes(parameter) ? parameter : null;
}

/** `/how` → `/how` or `/en/how`; `/` → `/` or `/en/`. */
export const localPath = (language: string, path: string): string =>
  language === DEFAULT_LANGUAGE ? path : `/${language}${path}`;

/**
 * The strings of one namespace (`locales/<language>/<namespace>.json`), typed by the caller: `strings<typeof ko>(…)`.
 * Throws when the file does not exist: a page without its words must not build.
 */
export function strings<Shape = Dictionary>(language: string, namespace: string): Shape {
  const found = files[`../locales/${language}/${namespace}.json`];
  if (!found) throw new RangeError(`no strings: ${language}/${namespace}`);
  return found as Shape;
}
