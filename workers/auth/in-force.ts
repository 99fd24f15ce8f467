import type { SignUpConsents } from '../contract/auth.ts';
import { POLICIES } from '../contract/policies.ts';
import { Problem } from '../lib/problem.ts';

/** One agrees to the text that is shown now, not to an older one of a page left open. */
export function requireInForce(consents: SignUpConsents): void {
  for (const kind of ['terms', 'privacy'] as const) {
    if (consents[kind] !== POLICIES[kind]) throw new Problem('invalid_field', { field: `consents.${kind}` });
  }
}
