import { describe, expect, it } from 'vitest';
import { appOf, wayOut } from './in-app.ts';

const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; SM-S931N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0 Mobile Safari/537.36';
const url = 'https://example.org/en/signin?to=%2Fhistory';

describe('in-app browsers', () => {
  it.each([
    [`${IOS} KAKAOTALK 11.2.5`, 'KakaoTalk'],
    [`${ANDROID} Instagram 400.0.0.0.1 Android`, 'Instagram'],
    [`${IOS} [FBAN/FBIOS;FBAV/480.0]`, 'Facebook'],
    [`${IOS} NAVER(inapp; search; 2000; 12.9.5)`, 'NAVER'],
    [`${ANDROID} Line/15.1.0/IAB`, 'LINE'],
    [`${IOS} Version/18.1 Mobile/15E148 Safari/604.1`, null],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      null,
    ],
  ])('%s', (agent, app) => expect(appOf(agent)).toBe(app));

  it('opens the outside browser where the app has a way', () => {
    expect(wayOut('KakaoTalk', IOS, url)).toBe(`kakaotalk://web/openExternal?url=${encodeURIComponent(url)}`);
    expect(wayOut('LINE', IOS, url)).toBe(`${url}&openExternalBrowser=1`);
    expect(wayOut('Instagram', ANDROID, url)).toBe(
      'intent://example.org/en/signin?to=%2Fhistory#Intent;scheme=https;end',
    );
    expect(wayOut('Instagram', IOS, url)).toBeNull();
  });
});
