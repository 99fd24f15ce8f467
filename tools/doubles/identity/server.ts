import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { type Issuer, makeIssuer } from './issuer.ts';
import { PLAYED } from './keys.ts';

export interface Identity {
  url: string;
  stop(): Promise<void>;
}

/**
 * The identity provider of this machine: real OpenID Connect for every provider the product knows, each below a path of
 * its own, on 127.0.0.1 only.
 * @param products origins of the product that may use it, such as http://localhost:8788
 */
export async function startIdentity(port: number, products: readonly string[]): Promise<Identity> {
  const url = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
  const redirectUris = products.map((origin) => `${origin}/signin/provider`);
  const issuers = new Map<string, Issuer>(
    PLAYED.map((name) => [name, makeIssuer(name, { issuer: `${url}/${name}`, redirectUris, key })]),
  );
  const server = createServer((req, res) => {
    const issuer = issuers.get(req.url?.split(/[/?]/)[1] ?? '');
    const answered = issuer ? issuer(req, res) : Promise.reject(new Error('nobody lives here'));
    answered.catch((error: unknown) => {
      if (!res.headersSent) res.writeHead(issuer ? 400 : 404, { 'content-type': 'text/plain' });
      res.end(error instanceof Error ? error.message : 'failed');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // It serves a product of this process and holds up nobody's end.
  server.unref();
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
