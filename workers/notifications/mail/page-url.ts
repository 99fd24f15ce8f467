import type { Ctx } from '../../context.ts';

const HOME_LANGUAGE = 'ko';
const OTHER_LANGUAGES = new Set(['en']);

/** Address of a page of the site for a mail. `secret` goes behind `#`, which no server and no log sees. */
export function pageUrl({ origin }: Ctx, language: string, path: string, secret?: string): string {
  const prefix = language !== HOME_LANGUAGE && OTHER_LANGUAGES.has(language) ? `/${language}` : '';
  return `${origin}${prefix}${path}${secret ? `#${secret}` : ''}`;
}
