import { env } from 'cloudflare:workers';
import type { Api, Source } from './fetch-profile.ts';

const bindings = env as unknown as { API: Api; PUBLIC_KAKAO_KEY?: string };

/** The API Worker behind the site's service binding, asked as the visitor's browser would ask it. */
export const source = ({ origin }: URL): Source => ({ api: bindings.API, origin });

/** Without a key there is no KakaoTalk button, and the policy (site/worker/headers.js) lets no script of theirs in. */
export const kakaoKey = (): string | undefined => bindings.PUBLIC_KAKAO_KEY || undefined;
