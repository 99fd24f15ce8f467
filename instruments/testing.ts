/** 32-bit FNV-1a of the JSON of `value`, in hex: enough to notice any edited figure. */
export function checksum(value: unknown): string {
  const text = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** Every string in a JSON value with its path, as `a.b.0`. */
export function strings(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, path ? `${path}.${key}` : key));
}

/** Hangul syllables in a text: its length as read aloud. */
export function syllables(text: string): number {
  return text.match(/[가-힣ㄱ-ㅎ]/g)?.length ?? 0;
}
