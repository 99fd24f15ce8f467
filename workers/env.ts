import { z } from 'zod';

const Vars = z.object({
  ENVIRONMENT: z.enum(['local', 'staging', 'production']),
  SITE_ORIGIN: z.url({ protocol: /^https?$/ }),
  MAIL_FROM: z.string().includes('@'),
  /** `name:key` pairs, comma-separated; keys are 32 bytes base64url. The first seals, all of them open. */
  SEAL_KEYS: z.string().regex(/^\w+:[\w-]{43}(,\w+:[\w-]{43})*$/),
});

let checked: object | undefined;

/** Checks vars and secrets once an isolate, so that a wrong deployment fails loudly and at once. */
export function checkEnv(env: Env): void {
  if (checked === env) return;
  Vars.parse(env);
  checked = env;
}
