import type { APIRoute } from 'astro';
import { DEFAULT_LANGUAGE, languages, localPath } from '../layouts/i18n.ts';
import { sitemap } from '../meta/sitemap.ts';

export const prerender = true;

const PAGES = ['/', '/test', '/how', '/science', '/privacy', '/terms'];

export const GET: APIRoute = ({ site }) => {
  const pages = PAGES.map((path) => ({
    paths: Object.fromEntries(languages.map((language) => [language, localPath(language, path)])),
  }));
  const body = sitemap(site ?? new URL('http://localhost:8788'), pages, DEFAULT_LANGUAGE);
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
