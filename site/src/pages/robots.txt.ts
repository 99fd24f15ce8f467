import type { APIRoute } from 'astro';

export const prerender = true;

// Shared results stay open to link previews; those not meant for search say `noindex` themselves.
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *
Disallow: /api/
Disallow: /r/private
Allow: /api/v1/docs

Sitemap: ${new URL('/sitemap.xml', site)}
`);
