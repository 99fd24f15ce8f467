import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const locales = join(import.meta.dirname, '../locales');
const languages = readdirSync(locales);

function shape(value: unknown, path = ''): string[] {
  if (typeof value === 'string') {
    expect(value.trim(), path).not.toBe('');
    const marks = [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    return [marks.length ? `${path}(${marks.join()})` : path];
  }
  return Object.entries(value as object).flatMap(([key, child]) => shape(child, `${path}.${key}`));
}

const read = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(join(locales, language, file), 'utf8'));

describe('locales', () => {
  it('has Korean and at least one more language', () => {
    expect(languages).toContain('ko');
    expect(languages.length).toBeGreaterThan(1);
  });

  it.each(languages)('%s has the files, keys and {marks} of Korean, none empty', (language) => {
    expect(readdirSync(join(locales, language)).sort()).toEqual(readdirSync(join(locales, 'ko')).sort());
    for (const file of readdirSync(join(locales, 'ko'))) {
      expect(shape(read(language, file)).sort(), file).toEqual(shape(read('ko', file)).sort());
    }
  });
});
