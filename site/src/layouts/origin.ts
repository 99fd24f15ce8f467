/**
 * Origin of absolute addresses (canonical, previews, share links): the published site's, whatever host was asked. A
 * build for this machine knows no port, so there it is the one asked.
 */
export function siteOrigin(site: URL | undefined, asked: URL): URL {
  return site && site.hostname !== 'localhost' ? site : new URL(asked.origin);
}
