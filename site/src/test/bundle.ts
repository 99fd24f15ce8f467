import { type Bank, type ItemTexts, toDefinition } from '../../../instruments/load.ts';
import { firstItem } from '../../../psychometrics/live.ts';
import { localPath, strings } from '../layouts/i18n.ts';
import type { PageData } from './page-data.ts';

const ASSESSMENT = 'teto-egen';
const files = import.meta.glob<unknown>('../../../instruments/*/v*/*.json', {
  eager: true,
  import: 'default',
});

const versionOf = (path: string): number => Number(/\/v(\d+)\//.exec(path)?.[1]);
const newest = Math.max(
  ...Object.keys(files)
    .filter((path) => path.includes(`/${ASSESSMENT}/`))
    .map(versionOf),
);

function file<T>(name: string): T {
  const found = files[`../../../instruments/${ASSESSMENT}/v${newest}/${name}.json`];
  if (!found) throw new RangeError(`no ${name}.json in ${ASSESSMENT} v${newest}`);
  return found as T;
}

type Copy = Pick<PageData, 'types' | 'refusals' | 'caution'>;

/** Build time: everything a page in this language needs to run the test, and its first question. */
export function bundleOf(language: string): {
  data: PageData;
  first: string;
  categories: string[];
  lead: string;
} {
  const definition = toDefinition(file<Bank>('bank'), language);
  const texts = file<ItemTexts>(language);
  const copy = file<Copy>(`copy.${language}`);
  const tested = definition.items.some((item) => item.pretest) ? 1 : 0;
  const data: PageData = {
    definition,
    items: Object.fromEntries(Object.entries(texts.items).map(([id, { text }]) => [id, text])),
    types: Object.fromEntries(
      Object.entries(copy.types).map(([type, { word, tagline }]) => [type, { word, tagline }]),
    ),
    refusals: Object.fromEntries(
      Object.entries(copy.refusals).map(([code, { title, body }]) => [code, { title, body }]),
    ),
    caution: { text: copy.caution.text },
    text: strings<PageData['text']>(language, 'test'),
    range: Object.fromEntries(
      Object.entries(definition.modes).map(([mode, { min, max }]) => [
        mode,
        { min: min + tested, max: max + tested },
      ]),
    ),
    paths: { test: localPath(language, '/test'), result: localPath(language, '/r/') },
  };
  return { data, first: firstItem(definition).id, categories: texts.categories, lead: texts.lead ?? '' };
}
