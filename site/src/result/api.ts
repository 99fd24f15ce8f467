import { env } from 'cloudflare:workers';
import type { Api } from './fetch-profile.ts';

const bindings = env as unknown as { API: Api; PUBLIC_KAKAO_KEY?: string };

/** The API Worker behind the site's service binding. */
export const api = (): Api => bindings.API;

/** Without a key there is no KakaoTalk button, and the policy (site/worker/headers.js) lets no script of theirs in. */
export const kakaoKey = (): string | undefined => bindings.PUBLIC_KAKAO_KEY || undefined;
