/** What a build for this machine takes for its address (tools/site.ts). */
const BUILT = 'http://localhost:8788';

/** A built page as the local product serves it: on another port its absolute addresses name that port. */
export async function relocated(response, origin) {
  const textual = /^(text\/(html|plain)|application\/xml)/.test(response.headers.get('Content-Type') ?? '');
  if (!response.body || !textual || origin === BUILT) return response;
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  const text = (await response.text()).replaceAll(BUILT, origin);
  return new Response(text, { status: response.status, statusText: response.statusText, headers });
}
