import { localPath } from '../layouts/i18n.ts';

/** Plain addresses that open another service's share page: nothing of theirs loads before the tap. */
export function shareLinks(
  url: string,
  text: string,
): { channel: 'x' | 'threads' | 'facebook' | 'line'; href: string }[] {
  const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();
  return [
    { channel: 'x', href: `https://x.com/intent/post?${query({ text, url })}` },
    { channel: 'threads', href: `https://www.threads.com/intent/post?${query({ text, url })}` },
    { channel: 'facebook', href: `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}` },
    { channel: 'line', href: `https://social-plugins.line.me/lineit/share?${query({ url, text })}` },
  ];
}

/** Our own address of a shared result, always on the published site. */
export const resultUrl = (site: URL, language: string, slug: string): string =>
  new URL(localPath(language, `/r/${slug}`), site).href;

/** Stable addresses of the pictures; without a language they would speak the one the test was taken in. */
export function cardPaths(slug: string, language: string): { og: string; square: string; story: string } {
  const query = `?lang=${language}`;
  return {
    og: `/cards/${slug}.png${query}`,
    square: `/cards/${slug}-square.png${query}`,
    story: `/cards/${slug}-story.png${query}`,
  };
}
