export const DAY_MS = 86_400_000;

/** A time in milliseconds as the API writes it. */
export const iso = (time: number): string => new Date(time).toISOString();
export const isoOrNull = (time: number | null): string | null => (time === null ? null : iso(time));
