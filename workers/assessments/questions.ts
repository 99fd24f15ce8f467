import type { Ctx } from '../context.ts';
import type { Questions } from '../contract/assessments.ts';
import { currentVersion, loadPublished } from './published.ts';

interface Which {
  id: string;
  language: string;
  version?: number | undefined;
}

/** The items of a published version with their wording and parameters, slopes as used for that language. */
export async function readQuestions(ctx: Ctx, { id, language, version }: Which): Promise<Questions> {
  const current = await currentVersion(ctx.env, id, ctx.now);
  const { definition, items, version: read } = await loadPublished(ctx.env, id, version ?? current, language);
  return {
    assessment: id,
    version: read,
    language,
    categories: items.categories,
    items: definition.items.map((item) => ({
      id: item.id,
      facet: definition.facets[item.facet] ?? '',
      key: item.key === 1 ? '+' : '-',
      role: item.pretest ? 'pretest' : 'scored',
      text: items.items[item.id]?.text ?? '',
      a: item.b.length > 0 ? item.a : null,
      b: item.b.length > 0 ? [...item.b] : null,
    })),
  };
}
