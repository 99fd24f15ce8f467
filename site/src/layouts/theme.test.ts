import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { policy } from '../../worker/headers.js';
import { OWNER_SCRIPT } from '../result/owner-flag.ts';
import { EARLY_SCRIPT } from '../test/early.ts';
import { LETTERS_SCRIPT } from './letters.ts';
import { BOOT_SCRIPT } from './theme.ts';

it('the policy allows exactly the inline scripts of the layouts, the test and a result', () => {
  const hashes = [BOOT_SCRIPT, EARLY_SCRIPT, LETTERS_SCRIPT, OWNER_SCRIPT].map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const scripts = policy({})
    .split('; ')
    .find((directive) => directive.startsWith('script-src'));
  expect(scripts).toBe(`script-src 'self' ${hashes.join(' ')}`);
});
