import { prepareChromium } from './chromium.ts';
import { prepareDatabase } from './database.ts';
import { state } from './lib/paths.ts';
import { prepareDevVars } from './secrets.ts';
import { buildSite } from './site.ts';

export interface Prepared {
  /** Path of Chromium, or null when this machine has none. */
  browser: string | null;
  /** One line that names what the database holds. */
  seeded: string;
}

/** Everything a server of this machine needs before it can start; quick when nothing changed. */
export async function prepare(persistTo = state): Promise<Prepared> {
  prepareDevVars();
  const browser = await prepareChromium();
  const [seeded] = await Promise.all([prepareDatabase(persistTo), buildSite()]);
  return { browser, seeded };
}
