// The entry of the site on Pages (advanced mode): `_worker.js/index.js`, next to Astro's server output.
import astro from './entry.mjs';
import { secured } from './headers.js';
import { relocated } from './local.js';

const API = /^\/(api|cards)\/|^\/(health|ready)$/;
const ON_DEMAND = /^\/([a-z]{2,3}(-[A-Z]{2})?\/)?(r\/|science$)/;

async function page(request, env, context, pathname) {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && !ON_DEMAND.test(pathname)) {
    // All but shared results and running figures is built: a miss gets the nearest 404.html, in the language of the address.
    const built = await env.ASSETS.fetch(request);
    return env.ENVIRONMENT === 'local' ? relocated(built, new URL(request.url).origin) : built;
  }
  return astro.fetch(request, env, context);
}

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    // The API sets its own headers and may answer with a socket: handed on untouched.
    if (API.test(pathname)) return env.API.fetch(request);
    return secured(await page(request, env, context, pathname), pathname, env);
  },
};
