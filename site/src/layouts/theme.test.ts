import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { policy } from '../../worker/headers.js';
import { BOOT_SCRIPT } from './theme.ts';

it('the policy allows exactly the inline script of the layout', () => {
  const hash = createHash('sha256').update(BOOT_SCRIPT).digest('base64');
  const scripts = policy({})
    .split('; ')
    .find((directive) => directive.startsWith('script-src'));
  expect(scripts).toBe(`script-src 'self' 'sha256-${hash}'`);
});
