import type { APIRoute } from 'astro';
import { languagePaths, localPath, strings } from '../../layouts/i18n.ts';

export const prerender = true;
export const getStaticPaths = languagePaths;

const icon = (file: string, sizes: string, purpose: string) => ({
  src: `/icons/${file}`,
  sizes,
  type: file.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
  purpose,
});

export const GET: APIRoute<{ language: string }> = ({ props: { language } }) => {
  const common = strings<typeof import('../../locales/ko/common.json')>(language, 'common');
  const manifest = {
    id: localPath(language, '/'),
    name: common.name,
    short_name: Object.values(common.wordmark).join(''),
    description: common.description,
    lang: language,
    dir: 'ltr',
    start_url: localPath(language, '/test'),
    scope: '/',
    display: 'standalone',
    background_color: '#f8f3e9',
    theme_color: '#f8f3e9',
    categories: ['entertainment', 'lifestyle'],
    icons: [
      icon('icon.svg', 'any', 'any'),
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('maskable-512.png', '512x512', 'maskable'),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
