/** One line of JSON a happening. Never a name, an address, a secret or the path of a person's page. */
export function log(event: string, fields: Record<string, string | number | boolean | undefined>): void {
  console.log(JSON.stringify({ event, ...fields }));
}

/** Name and stack of an unexpected error, for the log only. */
export function describeError(error: unknown): { error: string; stack?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: `${error.name}: ${error.message}`, ...(error.stack && { stack: error.stack }) };
}
