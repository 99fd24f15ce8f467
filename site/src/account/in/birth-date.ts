/** `20010305`, `2001-03-05`, `2001. 3. 5` → `2001-03-05`; null for what no calendar has, or is still to come. */
export function birthDate(text: string, today = new Date()): string | null {
  const found = /^(\d{4})(?:(\d\d)(\d\d)|\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?)$/.exec(text.trim());
  if (!found) return null;
  const [year, month, day] = [found[1], found[2] ?? found[4], found[3] ?? found[5]].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || date > today)
    return null;
  return date.toISOString().slice(0, 10);
}
