import { expect, it } from 'vitest';
import { spoken } from './testing.ts';

// What docs/privacy.md knows: signing in sets a cookie, and the database can be wound back for 30 days.
const NO_COOKIE =
  /쿠키[가는도]?\s*(?:전혀\s*|하나도\s*)?(?:없|안\s|필요\s?없|쓰지)|(?:\bno|without|free of) cookies?\b/i;
const BEFORE_SIGN_IN = /로그인 전엔 쿠키가 없|no cookies before you sign in/i;
const FOR_EVER =
  /진짜 (?:지워|사라)|남김없이|흔적(?:도|) ?없이|영원히|영영|완전히 (?:지|사라|삭제)|(?:전부|모두|다|싹) 사라|바로 지워|deleted means deleted|for good\b|for ?ever\b|permanently|without a trace|\ball gone\b/i;
const AT_ONCE = /바로 사라[져지]|gone (?:from the service )?at once/i;
const IN_30_DAYS = /30일|30 days/;
/** What docs/data.md keeps "for good". */
const NOT_OF_PEOPLE = /nobody's data|figures of groups/;
/** A link or a card ends at once; no database keeps it. */
const ONLY_A_LINK = /^(?!.*(?:결과|result)).*(?:링크|link)/i;

const overclaims = (text: string): boolean =>
  (NO_COOKIE.test(text) && !BEFORE_SIGN_IN.test(text)) ||
  (FOR_EVER.test(text) && !NOT_OF_PEOPLE.test(text)) ||
  (AT_ONCE.test(text) && !IN_30_DAYS.test(text) && !ONLY_A_LINK.test(text));

it('no text says that there are no cookies at all, or that what is deleted is gone at once for ever', () => {
  expect(spoken().filter(({ text }) => overclaims(text))).toEqual([]);
});

it.each([
  '쿠키도 없어요.',
  '쿠키는 전혀 없어요',
  'There are no cookies.',
  '지우면 진짜 지워져요',
  '전부 사라지고',
])('hears the claim in %s', (text) => expect(overclaims(text)).toBe(true));

it.each(['landing', 'privacy'])('the exact words stand on %s, in both languages', (name) => {
  const all = spoken().filter(({ at }) => at.includes(`/${name}.`));
  for (const words of [
    /로그인 전엔 쿠키가 없어요\./,
    /바로 사라지고, 사고 대비 기록도 30일 안에 지워져요\./,
    /no cookies before you sign in/i,
    /gone (?:from the service )?at once, and from our backups within 30 days/,
  ])
    expect(
      all.some(({ text }) => words.test(text)),
      `${words}`,
    ).toBe(true);
});
