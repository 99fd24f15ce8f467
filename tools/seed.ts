import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './lib/paths.ts';
import { Failure } from './lib/say.ts';
import { quote, statements } from './lib/sql.ts';

export type Text = {
  language: string;
  /** Minified JSON of <language>.json. */
  items: string;
  /** Minified JSON of copy.<language>.json. */
  copy: string;
};

/** One published version of one instrument, as its folder says. */
// Type aliases, for tests hand bundles to workerd as JSON, which an interface is not assignable to.
export type Bundle = {
  assessment: string;
  version: number;
  /** Minified JSON of bank.json. */
  bank: string;
  texts: Text[];
};

const minified = (path: string): string => JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));

function readVersion(folder: string, assessment: string, version: number): Bundle {
  const names = new Set(readdirSync(folder));
  const languages = [...names]
    .flatMap((name) => /^([a-z]{2,3}(?:-[A-Z]{2})?)\.json$/.exec(name)?.[1] ?? [])
    .sort();
  const bank = minified(join(folder, 'bank.json'));
  const said: unknown = JSON.parse(bank);
  const named =
    typeof said === 'object' && said !== null && 'assessment' in said && 'version' in said ? said : null;
  if (named?.assessment !== assessment || named.version !== version) {
    throw new Failure(`${folder}/bank.json names another instrument or version than its folder`);
  }
  const texts = languages.map((language) => {
    if (!names.has(`copy.${language}.json`))
      throw new Failure(`${folder} has ${language}.json but no copy.${language}.json`);
    return {
      language,
      items: minified(join(folder, `${language}.json`)),
      copy: minified(join(folder, `copy.${language}.json`)),
    };
  });
  if (texts.length === 0) throw new Failure(`${folder} has no language: a file such as ko.json is missing`);
  return { assessment, version, bank, texts };
}

/** Every version of every instrument under the folder, oldest first. Throws a Failure for a folder that is not whole. */
export function readBundles(folder = at('instruments')): Bundle[] {
  const instruments = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return instruments.flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .flatMap((version) => (/^v\d+$/.test(version) ? [Number(version.slice(1))] : []))
      .sort((a, b) => a - b)
      .map((version) => readVersion(join(folder, name, `v${version}`), name, version)),
  );
}

/**
 * SQL that publishes the bundles. Running it again changes nothing; running it with edited files replaces them
 * (which deploy forbids for a version that is already out). Times already recorded stay.
 * @param now milliseconds since 1970
 */
export function publishSql(bundles: readonly Bundle[], now: number): string[] {
  const current = new Map(bundles.map(({ assessment, version }) => [assessment, version]));
  return [
    ...bundles.flatMap(({ assessment, version, bank, texts }) => {
      const key = { assessment_id: quote(assessment), version: String(version) };
      return [
        ...statements(
          'assessment_versions',
          { ...key },
          { bank },
          { status: `'published'`, published_at: String(now) },
        ),
        ...texts.flatMap(({ language, items, copy }) =>
          statements('assessment_texts', { ...key, language: quote(language) }, { items, copy }, {}),
        ),
      ];
    }),
    // A draft that became a folder is out from now on.
    ...bundles.map(
      ({ assessment, version }) =>
        `UPDATE assessment_versions SET status = 'published', published_at = ${now} ` +
        `WHERE assessment_id = ${quote(assessment)} AND version = ${version} AND status = 'draft';`,
    ),
    ...[...current].map(
      ([id, version]) =>
        `INSERT INTO assessments (id, current_version, created_at) VALUES (${quote(id)}, ${version}, ${now}) ` +
        'ON CONFLICT (id) DO UPDATE SET current_version = excluded.current_version;',
    ),
  ];
}

/** What was published, in one line for people. */
export function summary(bundles: readonly Bundle[]): string {
  return bundles
    .map(({ assessment, version, bank, texts }) => {
      const { items } = JSON.parse(bank) as { items: unknown[] };
      return `${assessment} v${version} (${items.length} items; ${texts.map((text) => text.language).join(', ')})`;
    })
    .join(' · ');
}

/** A version as the record has it. */
export interface VersionRow {
  assessment: string;
  version: number;
  /** Milliseconds since 1970. */
  publishedAt: number;
}

/**
 * The copies in KV that workers/assessments/published.ts reads before the record, one a language. It makes missing
 * ones itself; writing them here keeps the first visitor quick and an edited local instrument from going stale.
 */
export function copies(
  bundles: readonly Bundle[],
  rows: readonly VersionRow[],
): { key: string; value: string }[] {
  return bundles.flatMap(({ assessment, version, bank, texts }) => {
    const row = rows.find((one) => one.assessment === assessment && one.version === version);
    if (!row) throw new Failure(`${assessment} v${version} did not reach the database`);
    return texts.map(({ language, items, copy }) => ({
      key: `bundle:${assessment}:${version}:${language}`,
      value: `{"bank":${bank},"items":${items},"copy":${copy},"publishedAt":${row.publishedAt}}`,
    }));
  });
}

/** Versions that are out in a database with other content than their folder: they would change under people's results. */
export function alteredVersions(
  bundles: readonly Bundle[],
  banks: readonly { assessment: string; version: number; bank: string }[],
  texts: readonly { assessment: string; version: number; language: string; items: string; copy: string }[],
): string[] {
  const changed = bundles.filter(({ assessment, version, bank, texts: mine }) => {
    const out = banks.find((row) => row.assessment === assessment && row.version === version);
    if (!out) return false;
    const theirs = texts.filter((row) => row.assessment === assessment && row.version === version);
    return (
      out.bank !== bank ||
      theirs.some((row) => {
        const text = mine.find(({ language }) => language === row.language);
        return text?.items !== row.items || text.copy !== row.copy;
      })
    );
  });
  return changed.map(({ assessment, version }) => `${assessment} v${version}`);
}
