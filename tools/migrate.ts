import { prepareDatabase } from './database.ts';
import { state } from './lib/paths.ts';
import { main, say } from './lib/say.ts';

await main(async () => say(`the local database holds ${await prepareDatabase(state)}`));
