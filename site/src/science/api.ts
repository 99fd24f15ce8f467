import type { Science } from '../../../workers/contract/science.ts';
import type { Source } from '../result/fetch-profile.ts';

const PATIENCE_MS = 4000;

/** The figures of the running data in a language; null when the API does not give them now. */
export async function fetchScience(
  { api, origin }: Source,
  assessment: string,
  language: string,
): Promise<Science | null> {
  try {
    const response = await api.fetch(
      `${origin}/api/v1/assessments/${assessment}/science?language=${language}`,
      {
        signal: AbortSignal.timeout(PATIENCE_MS),
      },
    );
    if (response.ok) return (await response.json()) as Science;
    await response.body?.cancel();
    return null;
  } catch {
    return null;
  }
}

export const parametersPath = (
  assessment: string,
  version: number,
  language: string,
  format: 'json' | 'csv',
): string =>
  `/api/v1/assessments/${assessment}/parameters?language=${language}&version=${version}&format=${format}`;
