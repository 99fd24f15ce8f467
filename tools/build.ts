import { main } from './lib/say.ts';
import { buildSite } from './site.ts';

await main(() => buildSite(process.env.SITE_ORIGIN));
