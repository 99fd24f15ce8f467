import { prepareChromium } from '../../tools/chromium.ts';
import { main, say } from '../../tools/lib/say.ts';
import { prepareDevVars } from '../../tools/secrets.ts';
import { buildSite } from '../../tools/site.ts';
import { ownServer, PORT } from './server.ts';

// What playwright.config.ts starts: the product as `npm start` runs it, over a fresh state.
await main(async () => {
  prepareDevVars();
  await prepareChromium();
  await buildSite();
  const own = await ownServer(PORT);
  say(`${own.server.url} is ready for the browser tests`);
  const stop = async (): Promise<void> => {
    await own.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  own.server.process.on('exit', () => process.exit(1));
});
