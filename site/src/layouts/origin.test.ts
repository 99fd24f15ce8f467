import { expect, it } from 'vitest';
import { siteOrigin } from './origin.ts';

const asked = new URL('http://localhost:8800/r/x?y');

it('is the published site, or on this machine the address asked', () => {
  expect(siteOrigin(new URL('https://teto.example'), new URL('https://other.example/r/x')).origin).toBe(
    'https://teto.example',
  );
  expect(siteOrigin(new URL('http://localhost:8788'), asked).href).toBe('http://localhost:8800/');
  expect(siteOrigin(undefined, asked).href).toBe('http://localhost:8800/');
});
