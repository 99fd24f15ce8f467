const TOKEN = /^#(?:token=)?([A-Za-z0-9_-]{43})$/;

/** Takes the token of a mailed link from behind `#` and the address clean of it, before anything else is asked for. */
export function takeToken(): string | null {
  const token = TOKEN.exec(location.hash)?.[1] ?? null;
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  // A second link opened in the tab that shows this page already changes what stands behind `#`, and nothing else.
  addEventListener('hashchange', () => TOKEN.test(location.hash) && location.reload());
  return token;
}
