// D1 refuses a statement of more than 100,000 bytes; a literal may double when its quotes are escaped.
const longest = 90_000;

/** A SQL text literal. */
export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Cuts a text into pieces whose literals are at most `limit` bytes, never inside a character. */
export function pieces(text: string, limit: number): string[] {
  const found: string[] = [];
  let piece = '';
  let size = 2;
  for (const character of text) {
    const bytes = Buffer.byteLength(character) + (character === "'" ? 1 : 0);
    if (size + bytes > limit) {
      found.push(piece);
      piece = '';
      size = 2;
    }
    piece += character;
    size += bytes;
  }
  return [...found, piece];
}

/**
 * An upsert of one row: `key` (SQL values) names it, `texts` (plain texts, any length) are replaced when it exists,
 * `first` (SQL values) are set only when it is new. Long texts are appended by further statements.
 */
export function statements(
  table: string,
  key: Record<string, string>,
  texts: Record<string, string>,
  first: Record<string, string>,
): string[] {
  const columns = Object.keys(texts);
  const limit = Math.floor((longest - 1000) / columns.length);
  const cut = columns.map((column) => pieces(texts[column] ?? '', limit));
  const values = [
    ...Object.values(key),
    ...cut.map((parts) => quote(parts[0] ?? '')),
    ...Object.values(first),
  ];
  const insert =
    `INSERT INTO ${table} (${[...Object.keys(key), ...columns, ...Object.keys(first)].join(', ')}) VALUES (${values.join(', ')}) ` +
    `ON CONFLICT (${Object.keys(key).join(', ')}) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')};`;
  const where = Object.entries(key)
    .map(([name, value]) => `${name} = ${value}`)
    .join(' AND ');
  const appends = columns.flatMap((column, index) =>
    (cut[index] ?? [])
      .slice(1)
      .map((part) => `UPDATE ${table} SET ${column} = ${column} || ${quote(part)} WHERE ${where};`),
  );
  return [insert, ...appends];
}
