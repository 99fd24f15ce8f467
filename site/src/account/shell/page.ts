import type { PathName } from './paths.ts';

type Shared = typeof import('../../locales/ko/account.json');

/** What Frame.astro leaves in the page for its script. */
export interface PageData<Words = unknown> {
  language: string;
  t: Words;
  shell: typeof import('../../locales/ko/settings.json')['shell'];
  errors: Shared['errors'];
  forms: Shared['forms'];
  notFound: { title: string; text: string; action: string };
  /** In this language; `shared` ends in `/`, a slug follows. */
  paths: Record<PathName, string>;
  /** This page in each language. */
  others: Record<string, string>;
  more?: unknown;
}

const block = document.getElementById('account-data');
export const page = JSON.parse(block?.textContent ?? '{}') as PageData;

/** The page's own words, typed by the caller. */
export const words = <Words>(): Words => page.t as Words;

/** Where signing in leads from here, and back. */
export const signInPath = (): string =>
  `${page.paths.signIn}?to=${encodeURIComponent(location.pathname + location.hash)}`;

const formats = {
  day: new Intl.DateTimeFormat(page.language, { dateStyle: 'long' }),
  minute: new Intl.DateTimeFormat(page.language, { dateStyle: 'medium', timeStyle: 'short' }),
};

/** A moment as its reader has it: `2026년 11월 22일`, or with the minute. */
export const day = (iso: string): string => formats.day.format(new Date(iso));
export const minute = (iso: string): string => formats.minute.format(new Date(iso));

/** A size as people read it: `1.4 MB`. */
export function size(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(page.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    value as number,
  );
}
