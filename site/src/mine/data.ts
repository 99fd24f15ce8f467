/** What Mine.astro leaves in the page for its script. */
export interface Strings {
  t: typeof import('../locales/ko/mine.json');
  /** In this language. `shared` ends in `/`: a slug follows. */
  paths: { home: string; test: string; shared: string; private: string };
}

/** `2026-11-22`, the day where the reader is. */
export function day(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
