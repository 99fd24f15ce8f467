import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { localClient, PLAYED } from './doubles/identity/keys.ts';
import { at } from './lib/paths.ts';
import { say } from './lib/say.ts';

export interface Secret {
  name: string;
  /** One line for people: what breaks without it. */
  purpose: string;
  /** A fresh value; absent when only an outside provider can issue it. */
  make?: () => string;
  /** What stands in for it on this machine, unless it or its other half is named here, be it with nothing. */
  local?: { value: string; half: string };
}

/** Every secret of the API Worker. `npm start` makes local ones, `npm run deploy` uploads missing ones. */
export const secrets: readonly Secret[] = [
  {
    name: 'SEAL_KEYS',
    purpose: 'encrypts signing keys and authenticator secrets at rest: without it nobody can sign in',
    make: () => `k1:${randomKey()}`,
  },
  ...PLAYED.flatMap(providerKeys),
];

function providerKeys(provider: (typeof PLAYED)[number]): Secret[] {
  const [id, secret] = [`${provider.toUpperCase()}_CLIENT_ID`, `${provider.toUpperCase()}_CLIENT_SECRET`];
  const purpose = `signing in with ${provider}; off without it, see docs/deploy.md`;
  const local = localClient(provider);
  return [
    { name: id, purpose, local: { value: local.id, half: secret } },
    { name: secret, purpose, local: { value: local.secret, half: id } },
  ];
}

/** What stands on this machine for what only providers issue, by name. */
export const localKeys = (): Record<string, string> =>
  Object.fromEntries(secrets.flatMap(({ name, local }) => (local ? [[name, local.value]] : [])));

/** Values of a .dev.vars text by name; comments and blank lines skipped, quotes taken off. */
export function parseVars(text: string): Map<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const found = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    return found?.[1] ? [[found[1], (found[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')] as const] : [];
  });
  return new Map(pairs);
}

/** The lines to append to `text` so that every secret that can be made has a value. */
export function missingVars(text: string, wanted: readonly Secret[] = secrets): string[] {
  const present = parseVars(text);
  return wanted.flatMap(({ name, make, local }) => {
    if (make) return present.get(name) ? [] : [`${name}=${make()}`];
    if (!local || present.has(name) || present.has(local.half)) return [];
    return [`${name}=${local.value}`];
  });
}

/** 32 random bytes, base64url. */
export const randomKey = (): string => randomBytes(32).toString('base64url');

/** Makes or completes `.dev.vars` (git-ignored) with fresh local secrets; existing values stay. */
export function prepareDevVars(path = at('.dev.vars')): void {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = missingVars(text);
  if (lines.length === 0 && existsSync(path)) return;
  const gap = text !== '' && !text.endsWith('\n') ? '\n' : '';
  appendFileSync(path, gap + lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  if (lines.length > 0) say(`.dev.vars: made ${lines.map((line) => line.split('=')[0]).join(', ')}`);
}
