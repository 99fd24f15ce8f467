const MOST_LOOKS = 20;
const LONGEST_SECONDS = 15;

/** Seconds until a page that waits for its result looks again, after `looks` times in vain; null: no more. */
export function nextLook(looks: number): number | null {
  return looks < MOST_LOOKS ? Math.min(LONGEST_SECONDS, 2 + looks) : null;
}

/** How often a page looked already, as its address says (`?look=`): from 0, whatever stands there. */
export function looksOf({ searchParams }: URL): number {
  const looks = Number(searchParams.get('look') ?? 0);
  return Number.isInteger(looks) && looks > 0 ? Math.min(looks, MOST_LOOKS) : 0;
}
