import { expect, it } from 'vitest';
import { safePath } from './to.ts';

it('goes back only to a page of this site', () => {
  expect(safePath('/account/security')).toBe('/account/security');
  expect(safePath('/en/r/abc?x=1#top')).toBe('/en/r/abc?x=1#top');
  for (const to of [
    ...[null, '', 'account', 'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example'],
    ...[
      '/\t/evil.example',
      '/\n/evil.example',
      'javascript:alert(1)',
      '/.//evil.example',
      '/..//evil.example',
    ],
    ...[
      '/%0a/../..//evil.example',
      '/api/v1/users/me',
      '/signin',
      '/en/signin?to=/x',
      '/signin/link',
      '/reset',
    ],
  ])
    expect(safePath(to), String(to)).toBeNull();
});

it('keeps a page whose name only begins like a door', () => {
  expect(safePath('/signing-bonus')).toBe('/signing-bonus');
});
