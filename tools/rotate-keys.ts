import { called, rotateKeys } from './accounts.ts';
import { main, say } from './lib/say.ts';

const usage = 'npm run rotate-keys [-- --env staging|production]';

// Works while `npm start` runs. Nobody is signed out: a retired key verifies for an hour, an access token lives 15 minutes.
await main(async () => {
  const { target, where } = await called(usage, (words) => words.length === 0);
  const kids = await rotateKeys(target);
  if (kids.length === 0) return say(`no key signs ${where} yet: the Worker makes one when it needs it`);
  say(
    `retired ${where}: ${kids.join(', ')}. The Worker makes the next key within a minute; nobody is signed out`,
  );
});
