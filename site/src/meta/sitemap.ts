/** One page in every language it exists in; `paths` maps a language to its path. */
export interface SitePage {
  paths: Record<string, string>;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A sitemap in which every address names its translations; `fallback` is the language of `x-default`. */
export function sitemap(site: URL, pages: readonly SitePage[], fallback: string): string {
  const href = (path: string): string => escaped(new URL(path, site).href);
  const entries = pages.flatMap(({ paths }) => {
    const alternates = Object.entries(paths).map(
      ([language, path]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href(path)}"/>`,
    );
    const standard = paths[fallback];
    if (standard)
      alternates.push(`<xhtml:link rel="alternate" hreflang="x-default" href="${href(standard)}"/>`);
    return Object.values(paths).map((path) => `<url><loc>${href(path)}</loc>${alternates.join('')}</url>`);
  });
  const space =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${space}>${entries.join('\n')}</urlset>\n`;
}
