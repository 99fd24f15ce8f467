/** An address that its owner recognises and nobody can write to: `k***@n***.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const [first = ''] = local;
  const [host = ''] = domain;
  return `${first}***@${host}***${domain.slice(domain.lastIndexOf('.'))}`;
}

/** A text without the addresses somebody wrote into it. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>]+@[^\s<>]+/g, '***@***');

/** Enough of an address for its owner to know it: `k***@naver.com`. */
export const maskLocal = (email: string): string => email.replace(/^(.).*(@.*)$/, '$1***$2');
