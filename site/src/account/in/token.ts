/** Takes the token of a mailed link from behind `#` and the address clean of it, before anything else is asked for. */
export function takeToken(): string | null {
  const token = /^#(?:token=)?([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1] ?? null;
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  return token;
}
