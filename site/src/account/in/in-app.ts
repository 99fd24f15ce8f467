type App = 'KakaoTalk' | 'Instagram' | 'Facebook' | 'NAVER' | 'LINE';

const APPS: readonly [RegExp, App][] = [
  [/KAKAOTALK/i, 'KakaoTalk'],
  [/Instagram/i, 'Instagram'],
  [/FBAN|FBAV|FB_IAB/, 'Facebook'],
  [/NAVER\(inapp/i, 'NAVER'],
  [/\bLine\//i, 'LINE'],
];

/** The app whose own browser shows this page; null in a real one. */
export const appOf = (agent: string): App | null => APPS.find(([sign]) => sign.test(agent))?.[1] ?? null;

/** An address that opens `url` in the phone's own browser; null where the app offers none (iOS, mostly). */
export function wayOut(app: App, agent: string, url: string): string | null {
  if (app === 'KakaoTalk') return `kakaotalk://web/openExternal?url=${encodeURIComponent(url)}`;
  const { protocol, host, pathname, search } = new URL(url);
  if (app === 'LINE') return `${url}${search ? '&' : '?'}openExternalBrowser=1`;
  if (!/Android/.test(agent)) return null;
  return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};end`;
}
