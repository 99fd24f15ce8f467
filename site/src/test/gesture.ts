/** A second tap on the same place sooner than this belongs to the first one. */
const AGAIN_MS = 400;
/** So does each further one that follows as quickly as the parts of a double or triple tap do. */
const RATTLE_MS = 300;
/** How far apart, in CSS pixels, the parts of a double tap land. */
const NEAR_PX = 24;

/** Where and when something was tapped. */
export interface Tap {
  /** The control, which may be gone from the screen by now. */
  target: unknown;
  /** `Event.timeStamp`: when the finger was there, however late a busy page hears of it. */
  at: number;
  /** Missing where no finger or mouse was: a key, a screen reader, a switch. */
  spot?: { x: number; y: number } | undefined;
}

const sameSpot = (a: Tap, b: Tap): boolean =>
  !!a.spot && !!b.spot && Math.hypot(a.spot.x - b.spot.x, a.spot.y - b.spot.y) <= NEAR_PX;

/**
 * Returns a function that tells debounced taps: true for a tap that belongs to the gesture before it. The same place
 * is the same control, or the same spot on the glass though another control stands there by now.
 */
export function createDebounce(): (tap: Tap) => boolean {
  let counted: Tap | undefined;
  let latest = 0;
  return (tap) => {
    const same = counted && (counted.target === tap.target || sameSpot(counted, tap));
    const again = same && (tap.at - (counted?.at ?? 0) < AGAIN_MS || tap.at - latest < RATTLE_MS);
    latest = tap.at;
    if (again) return true;
    counted = tap;
    return false;
  };
}

/** The place and time of a click. */
export const tapOf = ({ target, timeStamp: at, detail, clientX: x, clientY: y }: MouseEvent): Tap => ({
  target: (target as Element).closest('button, a, label') ?? target,
  at,
  spot: detail && (x || y) ? { x, y } : undefined,
});

/** Keys that press or move again while they are held down. */
const repeats = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' || (key.startsWith('Arrow') && (target as Element).matches('input'));

/**
 * Lets one gesture do one thing on the page of the test: the second half of a double tap and the repeats of a held key
 * reach no listener. `early` is the tap kept from before the script. Returns the debounce, for taps that are no clicks.
 */
export function debounceTaps(early?: Tap): (tap: Tap) => boolean {
  const again = createDebounce();
  if (early) again(early);
  addEventListener(
    'click',
    (event) => {
      // A label's tap comes a second time, as its radio's.
      if ((event.target as Element).matches('input') || !again(tapOf(event))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  addEventListener('keydown', (event) => event.repeat && repeats(event) && event.preventDefault(), true);
  return again;
}
