import type { CardFormat, CardInput } from './input.ts';

type Person = readonly [
  name: string,
  facets: readonly number[],
  axis: number,
  se: number,
  nickname: string | null,
];

const PEOPLE: readonly Person[] = [
  ['teto', [1.4, 0.9, 1.2, -0.6, -0.4, -0.9], 1.5, 0.33, '민지'],
  ['egen', [-0.8, -1.1, -0.9, 1.2, 1.4, 0.7], -1.6, 0.34, 'Christopher Alexander'.slice(0, 20)],
  ['balanced', [0.3, 0.6, -0.2, 0.2, -0.3, 0.5], 0.11, 0.36, null],
  ['loud', [3.4, 3.1, 2.9, 2.8, 3.2, 3.3], 0.2, 0.4, '가나다라마바사아자차카타파하거너더러머버'],
  ['quiet', [-2.6, -2.2, -2.4, -2.1, -2.7, -2.5], -0.1, 0.41, '🌱🌱'],
  ['none', [0.4, 0.2, 0.1, 0.5, 0.6, 0.2], 0.6, 0.4, '지우'],
];

const TEXT = {
  ko: {
    teto: ['테토녀', "'아무거나'는 메뉴가 아니라고 믿는 사람"],
    egen: ['에겐남', '엔딩크레딧 다 올라가도 못 일어나는 사람'],
    balanced: ['밸런스, 테토 쪽으로 살짝', '메뉴는 내가 고르고, 네 표정도 다 봤다'],
    none: ['이번엔 판정 보류', '지어낸 결과보다 솔직한 빈칸'],
    seals: { teto: ['또렷해요'], egen: ['기울었어요'], balanced: ['접전이에요'], none: [] },
    poles: ['테토', '에겐'],
    facets: ['주도', '모험', '직진', '공감', '감성', '심미'],
    site: '테토·에겐',
    footer: '재미로 하고, 나를 한번 돌아보는 테스트예요. 진단이 아니에요.',
  },
  en: {
    teto: ['Teto girl', 'Does not recognise “I don’t mind” as a cuisine'],
    egen: ['Egen guy', 'Stays for the whole credits, then needs a minute'],
    balanced: ['Balanced, a touch Teto', 'Picks the restaurant, then watches your face'],
    none: ['No call this time', 'An honest blank beats a made-up result'],
    seals: { teto: ['Clear'], egen: ['Leaning'], balanced: ['Close call'], none: [] },
    poles: ['Teto', 'Egen'],
    facets: ['Lead', 'Thrill', 'Directness', 'Warmth', 'Feeling', 'Beauty'],
    site: 'Teto–Egen',
    footer: 'For fun and a bit of reflection. Not a diagnosis.',
  },
} as const;

/** Twelve varied inputs of a format, six people in two languages, for the tests and the benchmark. */
export function sampleCards(format: CardFormat): { name: string; input: CardInput }[] {
  return (['ko', 'en'] as const).flatMap((language) =>
    PEOPLE.map(([name, facets, axis, se, nickname]) => {
      const kind = name === 'none' || name === 'teto' || name === 'egen' ? name : 'balanced';
      const words = TEXT[language];
      const estimate = (value: number): { value: number; se: number } => ({ value, se: se * 1.3 });
      const input: CardInput = {
        format,
        language,
        word: words[kind][0],
        tagline: words[kind][1],
        nickname,
        score: {
          kind,
          leaning: kind === 'balanced' ? (axis > 0 ? 'teto' : 'egen') : null,
          refusal: kind === 'none' ? 'acquiescence' : null,
          axis: { value: axis, se, pTeto: 1 / (1 + Math.exp((-1.7 * axis) / se)) },
          poles: { teto: estimate(axis), egen: estimate(-axis) },
          facets: facets.map((value, i) => ({
            id: ['lead', 'thrill', 'direct', 'warm', 'sensitive', 'aesthetic'][i] as string,
            ...estimate(value),
          })),
          acquiescence: { value: 0.2, se: 0.5 },
          items: 20,
        },
        labels: {
          seals: words.seals[kind],
          teto: words.poles[0],
          egen: words.poles[1],
          facets: words.facets,
          site: words.site,
          url: 'teto-egen.pages.dev',
          footer: words.footer,
        },
      };
      return { name: `${language}-${name}`, input };
    }),
  );
}
