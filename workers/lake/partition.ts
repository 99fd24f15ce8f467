/** Where a day's answers lie. Hive names, so that any Parquet reader makes columns of them. */
export interface Partition {
  assessment: string;
  version: number;
  language: string;
  /** UTC, YYYY-MM-DD */
  day: string;
}

export const ROOT = 'lake/responses/';

/** Folder of everything in one language of one version; of one day when it is named. Ends in a slash. */
export function folderOf({
  assessment,
  version,
  language,
  day,
}: Omit<Partition, 'day'> & { day?: string }): string {
  const folder = `${ROOT}instrument=${assessment}/version=${version}/language=${language}/`;
  return day ? `${folder}day=${day}/` : folder;
}

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export interface Part {
  key: string;
  /** Its partition's folder. */
  folder: string;
  /** How many sessions it holds, as noted when it was written. */
  sessions: number;
}

/** Every part below a folder, by name. */
export async function listParts({ FILES }: Pick<Env, 'FILES'>, prefix = ROOT): Promise<Part[]> {
  const parts: Part[] = [];
  let cursor: string | undefined;
  do {
    const page = await FILES.list({ prefix, include: ['customMetadata'], ...(cursor && { cursor }) });
    for (const { key, customMetadata } of page.objects) {
      const folder = key.slice(0, key.lastIndexOf('/') + 1);
      parts.push({ key, folder, sessions: Number(customMetadata?.sessions ?? 0) });
    }
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
  return parts;
}
