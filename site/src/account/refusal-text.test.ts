import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '../../../workers/contract/problems.ts';
import { Refusal } from './api.ts';
import { refusalText, wait } from './refusal-text.ts';

type Words = Parameters<typeof refusalText>[1];
const words = (language: string): Words =>
  JSON.parse(readFileSync(new URL(`../locales/${language}/account.json`, import.meta.url), 'utf8'));
const ko = words('ko');

// What no account page can be answered: broken requests, and the codes of the test and its results.
const NEVER: readonly ProblemCode[] = [
  ...(['malformed_json', 'unsupported_media_type', 'batch_too_large'] as const),
  ...(['not_found', 'method_not_allowed', 'secret_required', 'secret_wrong'] as const),
  ...(['assessment_not_found', 'version_not_found', 'session_not_found', 'session_completed'] as const),
  ...(['session_not_completed', 'seq_gap', 'seq_conflict', 'unknown_item'] as const),
  ...(['category_out_of_range', 'too_few_answers', 'upgrade_required', 'card_not_found'] as const),
  ...(['profile_pending', 'pdf_failed', 'idempotency_mismatch'] as const),
];

describe('what a refusal is called', () => {
  it.each(['ko', 'en'])(
    'every problem code an account page can meet has a text of its own (%s)',
    (language) => {
      const { errors } = words(language);
      const codes = (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => !NEVER.includes(code));
      expect(codes.filter((code) => !(code in errors))).toEqual([]);
      expect(errors.offline).toBeTruthy();
    },
  );

  it('says how long to wait, rounded up', () => {
    expect(wait(0.2, ko)).toBe('1초');
    expect(wait(119, ko)).toBe('119초');
    expect(wait(121, ko)).toBe('3분');
    expect(wait(7201, ko)).toBe('3시간');
    expect(refusalText(new Refusal('rate_limited', undefined, 90), ko)).toContain('90초 뒤');
    expect(refusalText(new Refusal('rate_limited'), ko)).toContain('60초 뒤');
  });

  it('does not show what it does not know', () => {
    expect(refusalText(new Error('select * from users'), ko)).toBe(ko.errors.internal);
    expect(refusalText(new Refusal('seq_gap'), ko)).toBe(ko.errors.internal);
  });
});
