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
