import { relative } from 'node:path';
import { chromiumVersion } from './chromium.ts';
import { root, state } from './lib/paths.ts';
import { ended, portBusy } from './lib/processes.ts';
import { elapsed, Failure, main, say } from './lib/say.ts';
import { mailFolder } from './local-mail.ts';
import { prepare } from './prepare.ts';
import { serve } from './serve.ts';

function wantedPort(): number {
  const port = Number(process.env.PORT ?? 8788);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Failure(`PORT=${process.env.PORT} is no port (1–65535)`);
  return port;
}

await main(async () => {
  const port = wantedPort();
  if (await portBusy(port))
    throw new Failure(`port ${port} is in use. Choose another: PORT=${port + 2} npm start`);
  const { browser, seeded } = await prepare();
  say('starting site, API, objects and queues');
  const server = await serve({ port, persistTo: state, onOutput: (text) => process.stdout.write(text) });

  console.log(`
  Teto-Egen is ready after ${elapsed()}:  ${server.url}

  seeded     ${seeded}
  English    ${server.url}/en/
  API        ${server.url}/api/v1/docs
  sign-in    ${server.identity ? `local Google, LinkedIn, Kakao and Naver at ${server.identity}` : 'by email; no local identity provider (see above)'}
  mail       ${relative(root, mailFolder)}/*/email-text/ (codes and links; nothing is sent)
  admin      sign up, then: npm run make-admin -- <email>
  PDF        ${browser ? chromiumVersion(browser) : 'off: no Chromium on this machine (see above)'}
  state      .local/state (delete it to begin afresh)
  Ctrl-C stops everything.
`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('stopping');
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  await ended(server.process);
  if (!stopping) throw new Failure('the server ended by itself; its last words are above');
});
