/** An IPv4 address as it is, an IPv6 one by its /64: one household, one key. */
export function addressKey(headers: Headers): string | null {
  const address = headers.get('cf-connecting-ip');
  if (!address?.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  while (address.includes('::') && groups.length + rest.length < 8) groups.push('0');
  return [...groups, ...rest].slice(0, 4).join(':');
}
