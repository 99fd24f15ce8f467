import { expect, it } from 'vitest';
import { policy } from '../../worker/headers.js';

it('lets nothing of Kakao in without a key, and only script and share dialogue with one', () => {
  expect(policy({})).not.toContain('kakao');
  const allowed = policy({ PUBLIC_KAKAO_KEY: 'key' }).split('; ');
  expect(allowed.filter((rule) => rule.includes('kakao'))).toEqual([
    expect.stringMatching(/^script-src 'self'(?: 'sha256-[^']+'){4} https:\/\/t1\.kakaocdn\.net$/),
    "form-action 'self' https://sharer.kakao.com",
  ]);
});
