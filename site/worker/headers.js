/** SHA-256 of the inline scripts (site/src: layouts/theme.ts, test/early.ts, layouts/letters.ts, result/owner-flag.ts); theme.test.ts keeps them true. */
const INLINE =
  "'sha256-IQcVZmPw05SKOFziFoWfTJRmcwSkYDbjYMWuYfMzOL8=' 'sha256-nxPS/Q4EcGb1Ls8Bf4b0mMmnkWPdOR19P4mUT+F46s4=' 'sha256-TfWZZWW+0Bu4ottVH+DrbnTBChdPtD+z3KATHM24qtk=' 'sha256-AHxdLOfMx7pRPFetZvkTGGjXghbpMmsyyjOdW8bPOLc='";

const KAKAO = 'https://t1.kakaocdn.net';
/** Where its share dialogue is posted to. */
const KAKAO_SHARER = 'https://sharer.kakao.com';

/** The content security policy of a page. KakaoTalk's script is let in only when its key is configured. */
export function policy(env) {
  const kakao = env.PUBLIC_KAKAO_KEY ? ` ${KAKAO}` : '';
  return [
    "default-src 'none'",
    `script-src 'self' ${INLINE}${kakao}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${kakao && ` ${KAKAO_SHARER}`}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

const FIXED = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** A page must be asked for again, a hashed file never; what already says so keeps its word. */
function cacheFor(pathname, response) {
  if (/^\/_astro\//.test(pathname) && response.ok) return 'public, max-age=31536000, immutable';
  if (pathname === '/sw.js') return 'no-cache';
  if (/^\/(icons\/|og-)/.test(pathname) && response.ok) return 'public, max-age=86400';
  return null;
}

/** The response with the security headers of the site; those it already has, as the API's own, stand. */
export function secured(response, pathname, env) {
  if (response.status === 101) return response;
  const out = new Response(response.body, response);
  for (const [name, value] of Object.entries(FIXED)) if (!out.headers.has(name)) out.headers.set(name, value);
  const html = (out.headers.get('Content-Type') ?? '').startsWith('text/html');
  if (html && !out.headers.has('Content-Security-Policy'))
    out.headers.set('Content-Security-Policy', policy(env));
  const cache = cacheFor(pathname, response);
  if (cache) out.headers.set('Cache-Control', cache);
  return out;
}
