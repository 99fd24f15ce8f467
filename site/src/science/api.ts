import type { ParameterTable, Science } from '../../../workers/contract/science.ts';
import type { Source } from '../result/fetch-profile.ts';

const PATIENCE_MS = 4000;

/** The figures of the running data in a language; null when the API does not give them now. */
export const fetchScience = (source: Source, assessment: string, language: string): Promise<Science | null> =>
  fetchJson<Science>(source, `/api/v1/assessments/${assessment}/science?language=${language}`);

/** The parameters of a version in a language; null when the API does not give them now. */
export const fetchParameters = (
  source: Source,
  assessment: string,
  version: number,
  language: string,
): Promise<ParameterTable | null> =>
  fetchJson<ParameterTable>(source, parametersPath(assessment, version, language, 'json'));

async function fetchJson<Body>({ api, origin }: Source, path: string): Promise<Body | null> {
  try {
    const response = await api.fetch(`${origin}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) return (await response.json()) as Body;
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
