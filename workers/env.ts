import { z } from 'zod';

const Vars = z.object({
  ENVIRONMENT: z.enum(['local', 'staging', 'production']),
  SITE_ORIGIN: z.url({ protocol: /^https?$/ }),
});

let checked: object | undefined;

/** Checks vars and secrets once an isolate, so that a wrong deployment fails loudly and at once. */
export function checkEnv(env: Env): void {
  if (checked === env) return;
  Vars.parse(env);
  checked = env;
}
