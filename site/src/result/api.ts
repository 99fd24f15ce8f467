import { env } from 'cloudflare:workers';
import type { Api } from './fetch-profile.ts';

/** The API Worker behind the site's service binding. */
export const api = (): Api => (env as unknown as { API: Api }).API;
