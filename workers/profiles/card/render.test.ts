import { describe, expect, test } from 'vitest';
import { drawableName } from './glyphs.ts';
import { CARD_SIZES, type CardFormat, type CardInput, renderCard } from './index.ts';
import { cardTree } from './layout.ts';
import { sampleCards } from './testing.ts';

const formats: CardFormat[] = ['og', 'story', 'square'];
const [first] = sampleCards('og');
const person = first!.input;
const named = (nickname: string | null): CardInput => ({ ...person, nickname });
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
/** Every text with the texts that stand in one row with it. */
function rows(node: unknown): string[][] {
  const { children = [], style } = node as {
    children?: { text?: string }[];
    style?: { flexDirection?: string };
  };
  const inner = children.flatMap(rows);
  const line = style?.flexDirection === 'column' ? [] : [children.flatMap((child) => texts(child))];
  return [...line, ...inner];
}
const texts = (node: unknown): string[] => {
  const { text, children = [] } = node as { text?: string; children?: unknown[] };
  return text === undefined ? children.flatMap(texts) : [text];
};
const strings = (tree: unknown): string[] =>
  JSON.stringify(tree, (key, value) => (key === 'style' ? undefined : value)).match(/"text":"[^"]*"/g) ?? [];

describe('a card', () => {
  test.each(formats)('%s is a PNG of its size for everybody', async (format) => {
    for (const { name, input } of sampleCards(format)) {
      const png = await renderCard(input);
      const view = new DataView(png.buffer, png.byteOffset);
      expect([...png.slice(1, 4)], name).toEqual([0x50, 0x4e, 0x47]);
      expect({ width: view.getUint32(16), height: view.getUint32(20) }, name).toEqual(CARD_SIZES[format]);
      if (format === 'og') expect(png.length, name).toBeLessThan(120_000);
    }
  });

  test('is the same for the same result, and another for another', async () => {
    const card = await renderCard(person);
    expect(same(card, await renderCard(structuredClone(person)))).toBe(true);
    const moved = structuredClone(person);
    moved.score.facets[4]!.value += 1;
    expect(same(card, await renderCard(moved))).toBe(false);
    expect(same(card, await renderCard({ ...person, language: 'ko', tagline: '다른 말' }))).toBe(false);
  });

  test('of a refused result claims nothing: no seal, no band, no part', () => {
    for (const format of formats) {
      for (const { input } of sampleCards(format).filter(({ name }) => name.endsWith('-none'))) {
        const drawn = strings(cardTree(input)).join();
        const { teto, egen, facets } = input.labels;
        for (const claim of [teto, egen, ...facets]) expect(drawn).not.toContain(`"${claim}"`);
      }
    }
  });

  test('survives scores and texts at the edge', async () => {
    const edge = structuredClone(person);
    edge.word = '아주아주아주아주아주긴유형이름, 그리고 조금 더 길게 이어지는 말';
    edge.tagline = '';
    edge.labels.seals = ['', '아주아주아주아주아주아주아주긴 도장'];
    edge.score.axis = { value: 40, se: 9, pTeto: 1 };
    for (const facet of edge.score.facets) Object.assign(facet, { value: -30, se: 0 });
    for (const format of formats)
      expect((await renderCard({ ...edge, format })).length).toBeGreaterThan(1000);
  });
});

test.each(formats)('%s: a name in the widest letters stays inside its chip', (format) => {
  type Box = { text?: string; style: { fontSize: number; maxWidth: number }; children?: Box[] };
  const boxes = (box: Box): Box[] => [box, ...(box.children ?? []).flatMap(boxes)];
  const name = 'W'.repeat(20);
  const tree = cardTree({ ...named(name), format }) as Box;
  const chip = boxes(tree).find(({ children }) => children?.[0]?.text === name);
  // 0.96 em: the W of Pretendard Bold.
  const wide = 20 * 0.96 * (chip?.children?.[0]?.style.fontSize ?? Number.NaN);
  expect(wide).toBeLessThan(chip?.style.maxWidth ?? 0);
});

describe('how sure we are', () => {
  const typed = formats.flatMap((format) =>
    sampleCards(format).filter(({ input }) => input.score.kind !== 'none'),
  );

  test.each(typed)(
    'is sealed beside the word of $name on $input.format, and the axis has its two ends',
    ({ input }) => {
      const all = rows(cardTree(input)).map((row) => row.join('|'));
      const [word] = input.word.split(', ');
      expect(all).toContain([word, ...input.labels.seals].join('|'));
      expect(all).toContain(`${input.labels.egen}|${input.labels.teto}`);
    },
  );

  test('has room for one more seal', async () => {
    for (const format of formats) {
      const more = { ...person, format, labels: { ...person.labels, seals: ['기울었어요', '조심스러워요'] } };
      expect(rows(cardTree(more)).map((row) => row.join('|'))).toContain('테토녀|기울었어요|조심스러워요');
      expect((await renderCard(more)).length).toBeGreaterThan(1000);
    }
  });
});

describe('a nickname', () => {
  test.each(['민지', 'Zoë', 'Борис', '뷁', '<script>alert(1)</script>', 'a  b'])(
    '%s is drawn',
    async (name) => {
      const plain = await renderCard(named(null));
      expect(same(plain, await renderCard(named(name)))).toBe(false);
    },
  );

  test('never empties the card or breaks it, whatever its script', async () => {
    const plain = await renderCard(named(null));
    for (const name of [
      '',
      ' ',
      '🌱🌱',
      '👩‍👩‍👧‍👦',
      '桜',
      'ญิง',
      'محمد',
      '\u200b',
      '\ud800',
      'ᄀ'.repeat(20),
    ]) {
      expect(drawableName(name), JSON.stringify(name)).toBeNull();
    }
    expect(same(plain, await renderCard(named('🌱')))).toBe(true);
    expect(drawableName('민지🌱 ')).toBe('민지');
    for (const name of ['가'.repeat(20), 'W'.repeat(20), 'i'.repeat(20), '밸'.repeat(20)]) {
      expect((await renderCard(named(name))).length).toBeGreaterThan(1000);
    }
  });

  // A letter the font lacks is drawn as an empty frame, the same for all of them.
  test('is tested against what the font really draws', async () => {
    const drawn = async (word: string): Promise<Uint8Array> =>
      renderCard({ ...person, nickname: null, word });
    const frame = await drawn('桜');
    expect(same(frame, await drawn('花'))).toBe(true);
    for (const letter of '가힣뷁똠Ж€Å™1') {
      expect(drawableName(letter), letter).toBe(letter);
      expect(same(frame, await drawn(letter)), letter).toBe(false);
    }
  });
});
