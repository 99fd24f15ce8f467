import { gzipSync } from 'node:zlib';

/** What one page cost when it was opened cold on a phone. Bytes as they travel: gzip, or as they are when that is less. */
export interface Cost {
  script: number;
  requests: number;
  total: number;
  /** Cumulative layout shift. */
  shift: number;
}

export interface Budget extends Partial<Cost> {
  name: string;
  path: string;
  /** Keys pressed once the page is there, so that what loads with the first answers counts too. */
  keys?: string[];
}

const KB = 1024;
const landing = { script: 10 * KB, requests: 12, total: 150 * KB, shift: 0 };
const test = { script: 25 * KB, shift: 0, keys: ['3', '2'] };
const result = { script: 10 * KB, shift: 0 };

// With what offers a passkey in the email field, which Chromium can do.
const comingIn = { script: 14 * KB, shift: 0 };
// Measured as nobody: the page of somebody is held to the same in e2e/account-look.spec.ts.
const account = { script: 20 * KB, shift: 0 };

/** The budgets; `{slug}` is a result made for the measurement. Only ever made smaller. */
export const budgets: readonly Budget[] = [
  { name: 'landing ko', path: '/', ...landing },
  { name: 'landing en', path: '/en/', ...landing },
  { name: 'test ko', path: '/test', ...test },
  { name: 'test en', path: '/en/test', ...test },
  { name: 'result ko', path: '/r/{slug}', ...result },
  { name: 'result en', path: '/en/r/{slug}', ...result },
  { name: 'sign in ko', path: '/signin', ...comingIn },
  { name: 'sign in en', path: '/en/signin', ...comingIn },
  { name: 'sign up ko', path: '/signup', ...comingIn },
  { name: 'sign up en', path: '/en/signup', ...comingIn },
  { name: 'mailed link ko', path: '/signin/link', ...comingIn },
  { name: 'provider return en', path: '/en/signin/provider', ...comingIn },
  { name: 'reset ko', path: '/reset', ...comingIn },
  { name: 'account ko', path: '/account', ...account },
  { name: 'security en', path: '/en/account/security', ...account },
  { name: 'devices ko', path: '/account/devices', ...account },
  { name: 'consent ko', path: '/account/privacy', ...account },
  { name: 'data en', path: '/en/account/data', ...account },
  { name: 'history ko', path: '/history', ...account },
  { name: 'people ko', path: '/admin/users', ...account },
  { name: 'audit ko', path: '/admin/audit', ...account },
];

/** The API Worker, gzip. The platform's limit is 10 MB; starting quickly needs less. */
export const WORKER_BUDGET = 3 * KB * KB;

/** Bytes a body takes on its way. */
export const travelling = (body: Uint8Array): number => Math.min(body.byteLength, gzipSync(body).byteLength);

const measures = ['script', 'requests', 'total', 'shift'] as const;
export type Measure = (typeof measures)[number];

export interface Verdict {
  measure: Measure;
  cost: number;
  budget: number;
  kept: boolean;
}

/** Each budgeted measure of a page with its verdict. */
export function judge(budget: Budget, cost: Cost): Verdict[] {
  return measures.flatMap((measure) => {
    const limit = budget[measure];
    // A shift of a thousandth is a rounding of the glyphs, not a jump anyone sees.
    const slack = measure === 'shift' ? 0.001 : 0;
    return limit === undefined
      ? []
      : [{ measure, cost: cost[measure], budget: limit, kept: cost[measure] <= limit + slack }];
  });
}

/** A figure as people read it. */
export function shown(measure: Measure, value: number): string {
  if (measure === 'requests') return String(value);
  return measure === 'shift' ? value.toFixed(3) : `${(value / KB).toFixed(1)} KB`;
}
