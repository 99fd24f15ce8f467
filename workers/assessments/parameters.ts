import type { Bank } from '../../instruments/load.ts';
import type { Ctx } from '../context.ts';
import type { ItemParameters, ParameterTable } from '../contract/science.ts';
import { Problem } from '../lib/problem.ts';
import { currentVersion, loadPublished } from './published.ts';

interface Which {
  id: string;
  language: string;
  version?: number | undefined;
}

/** Every item's published parameters with their errors and where they come from. */
export async function readParameters(ctx: Ctx, { id, language, version }: Which): Promise<ParameterTable> {
  const current = await currentVersion(ctx.env, id, ctx.now);
  const { bank, definition, version: read } = await loadPublished(ctx.env, id, version ?? current, language);
  const ratios = bank.slopeRatioByLanguage[language];
  if (!ratios || typeof ratios === 'string') throw new Problem('version_not_found', { field: 'language' });
  return {
    assessment: id,
    version: read,
    language,
    model: 'graded response, D = 1: P(Y >= k | theta) = 1 / (1 + exp(-a (theta - b_k)))',
    items: bank.items.map((item, index) => {
      const used = definition.items[index];
      return row(item, bank, language, ratios, used && used.b.length > 0 ? used.a : null);
    }),
  };
}

function row(
  item: Bank['items'][number],
  bank: Bank,
  language: string,
  ratios: Record<string, number>,
  aUsed: number | null,
): ItemParameters {
  const named = {
    item: item.id,
    facet: item.facet,
    key: item.key === '+' ? ('+' as const) : ('-' as const),
    role: item.role === 'scored' ? ('scored' as const) : ('pretest' as const),
    flags: item.flags,
    aUsed,
  };
  const own = bank.calibrated?.[language]?.[item.id];
  if (own) {
    const { a, b, seA, seB, n, date } = own;
    return {
      ...named,
      a,
      b,
      seA,
      seB,
      n: String(n),
      date,
      source: `own answers, ${language}`,
      slopeRatio: 1,
    };
  }
  return {
    ...named,
    a: item.a,
    seA: item.seA ?? null,
    b: item.b ?? [],
    seB: item.seB ?? [],
    n: item.n === undefined ? null : String(item.n),
    source: item.source ?? null,
    date: bank.parametersDate,
    slopeRatio: ratios[item.facet] ?? 1,
  };
}

/** The table as CSV (RFC 4180): a line an item, thresholds and their errors in columns of their own. */
export function parametersCsv({ items }: ParameterTable): string {
  const most = Math.max(1, ...items.map(({ b }) => b.length));
  const numbered = (name: string) => Array.from({ length: most }, (_, k) => `${name}${k + 1}`);
  const head = ['item', 'facet', 'key', 'role', 'a', 'seA', ...numbered('b'), ...numbered('seB')];
  const lines = items.map(({ b, seB, ...one }) => [
    ...[one.item, one.facet, one.key, one.role, one.a, one.seA],
    ...numbered('b').map((_, k) => b[k] ?? null),
    ...numbered('seB').map((_, k) => seB[k] ?? null),
    ...[one.n, one.source, one.flags.join(' '), one.date, one.slopeRatio, one.aUsed],
  ]);
  const table = [[...head, 'n', 'source', 'flags', 'date', 'slopeRatio', 'aUsed'], ...lines];
  return `${table.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
