import { called, makeAdmin } from './accounts.ts';
import { main, say } from './lib/say.ts';

const usage = 'npm run make-admin -- <email> [--env staging|production]';

// The first admin; others are made by an admin. Works while `npm start` runs, and counts from the next request on.
await main(async () => {
  const { target, words, where } = await called(usage, ([email, ...more]) =>
    Boolean(email?.includes('@') && more.length === 0),
  );
  const [email = ''] = words;
  const before = await makeAdmin(target, email);
  if (before === 'admin') return say(`this account is an admin ${where} already; nothing changed`);
  say(`this account was ${before} and is an admin ${where} now; the audit has a row of it`);
});
