const started = performance.now();

/** Seconds since this command began, as text. */
export const elapsed = (since = started): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** One line for one step. */
export const say = (line: string): void => console.log(`· ${line}`);

/** Something the reader should know but that does not stop us. */
export const warn = (line: string): void => console.log(`! ${line}`);

/** A heading between groups of checks. */
export const heading = (line: string): void =>
  console.log(`\n━━ ${line} ${'━'.repeat(Math.max(3, 84 - line.length))}`);

/** A failure a person can act on: printed without a stack. */
export class Failure extends Error {
  override name = 'Failure';
}

/** Runs a command's main function; prints a Failure plainly, anything else with its stack, and exits 1. */
export async function main(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Failure ? `✗ ${error.message}` : error);
    process.exit(1);
  }
}
