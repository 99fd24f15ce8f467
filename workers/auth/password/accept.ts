import { Problem } from '../../lib/problem.ts';
import { isCommon } from './common.ts';

/** Refuses a new password that is among the first an attacker tries: the most used ones, the address, our own name. */
export function requireUncommon(password: string, email: string): void {
  const lower = password.toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  const own = [email.toLowerCase(), name, ...SITE].some((word) => lower === word || lower === word + word);
  if (own || isCommon(lower)) throw new Problem('password_common', { field: 'password' });
}

const SITE = [
  'teto-egen',
  'tetoegen',
  'teto egen',
  'egen-teto',
  'egenteto',
  '테토에겐',
  '테토 에겐',
  '에겐테토',
];
