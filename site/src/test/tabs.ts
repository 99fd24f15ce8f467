const NAME = 'teto-egen-session';
/** This tab holds it: asking again, for the next test in the same tab, must not find itself in the way. */
let mine = false;

/**
 * Makes this tab the one that holds the test. Resolves to false when another tab has it (unless `steal`).
 * `onLost` is called when another tab takes it over later. Without Web Locks every tab may go on.
 */
export function holdTest(onLost: () => void, steal = false): Promise<boolean> {
  if (!navigator.locks || mine) return Promise.resolve(true);
  return new Promise((resolve) => {
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(NAME, options, (lock) => {
        mine = !!lock;
        resolve(mine);
        return lock ? new Promise<never>(() => {}) : undefined;
      })
      .catch(() => {
        mine = false;
        onLost();
      });
  });
}
