import { cpSync, rmSync } from 'node:fs';
import { prepareDatabase } from '../../tools/database.ts';
import { at } from '../../tools/lib/paths.ts';
import { type Server, serve } from '../../tools/serve.ts';

/** The port of the server all specs share; specs that kill theirs take 8822 and up. */
export const PORT = Number(process.env.E2E_PORT ?? 8821);

const folder = (name: string | number): string => at('.local', 'e2e', String(name));

/** A product of one's own: `server` changes with every restart, the state stays. */
export interface OwnServer {
  server: Server;
  /** SIGKILL to the whole product, then a new one over the same state. */
  crash(): Promise<void>;
  /** Ends it in order, does this to its state, and starts it again. */
  between(work: (persistTo: string) => Promise<void>): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/**
 * The product on `port` over a fresh, seeded state. Needs the site built (`npm run build`), as the runner does.
 * One caller a port at a time.
 */
export async function ownServer(port: number): Promise<OwnServer> {
  await prepareDatabase(folder('template'));
  const persistTo = folder(port);
  rmSync(persistTo, { recursive: true, force: true });
  cpSync(folder('template'), persistTo, { recursive: true });
  const own: OwnServer = {
    server: await serve({ port, persistTo }),
    async crash() {
      await own.server.kill();
      own.server = await serve({ port, persistTo });
    },
    async between(work) {
      await own.server.stop();
      await work(persistTo);
      own.server = await serve({ port, persistTo });
    },
    stop: () => own.server.stop(),
  };
  return own;
}
