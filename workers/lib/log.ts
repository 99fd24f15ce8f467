/** One line of JSON a happening. Never a name, an address, a secret or the path of a person's page. */
export function log(event: string, fields: Record<string, string | number | boolean | undefined>): void {
  console.log(JSON.stringify({ event, ...fields }));
}

/** Name and stack of an unexpected error, for the log only. */
export function describeError(error: unknown): { error: string; stack?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  // Drizzle's message holds the values of the query, a person's among them; its cause says what went wrong.
  const told = 'params' in error ? error.cause : error;
  if (!(told instanceof Error)) return { error: error.name };
  return { error: `${told.name}: ${told.message}`, ...(told.stack && { stack: told.stack }) };
}
