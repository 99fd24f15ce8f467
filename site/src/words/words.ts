import type { MarkdownInstance } from 'astro';

interface Front extends Record<string, unknown> {
  title: string;
  description: string;
  /** The first thing said, under the title. */
  lead: string;
  /** YYYY-MM-DD */
  updated: string;
}

const files = import.meta.glob<MarkdownInstance<Front>>('./*/*.md', { eager: true });

/** A page of prose (`words/<language>/<name>.md`). Throws when it is not written in that language. */
export function words(language: string, name: string): MarkdownInstance<Front> {
  const found = files[`./${language}/${name}.md`];
  if (!found) throw new RangeError(`no words: ${language}/${name}`);
  return found;
}
