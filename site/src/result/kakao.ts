import type { ResultData } from './data.ts';

interface Kakao {
  isInitialized(): boolean;
  init(key: string): void;
  Share: { sendDefault(message: object): void };
}

// Version and hash as published by Kakao: another file at this address is refused by the browser.
const SDK = 'https://t1.kakaocdn.net/kakao_js_sdk/2.7.4/kakao.min.js';
const HASH = 'sha384-DKYJZ8NLiK8MN4/C5P2dtSmLQ4KwPaoqAfyA/DfmEc1VDxu4yyC7wy6K1Hs90nka';

const loaded = (): Kakao | undefined => (window as unknown as { Kakao?: Kakao }).Kakao;

function load(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), {
      src: SDK,
      integrity: HASH,
      crossOrigin: 'anonymous',
      onload: () => resolve(),
      onerror: () => reject(new Error('kakao')),
    });
    document.head.append(script);
  });
}

/** Opens KakaoTalk's share dialogue. Their script loads on the first tap, never before. */
export async function shareToKakao(data: ResultData, say: (text: string) => void): Promise<void> {
  const { kakaoKey, url, slug, language, title, tagline, share: t } = data;
  if (!kakaoKey || !url) return;
  try {
    const late = !loaded();
    if (late) await load();
    const kakao = loaded();
    if (!kakao) throw new Error('kakao');
    if (!kakao.isInitialized()) kakao.init(kakaoKey);
    // iOS opens another app only during the tap itself; a tap spent on loading may be over.
    if (late && !navigator.userActivation?.isActive) return say(t.kakaoAgain);
    const link = { mobileWebUrl: url, webUrl: url };
    const imageUrl = new URL(`/cards/${slug}.png?lang=${language}`, url).href;
    kakao.Share.sendDefault({
      objectType: 'feed',
      content: { title, description: tagline, imageUrl, imageWidth: 1200, imageHeight: 630, link },
    });
  } catch {
    say(t.kakaoFailed);
  }
}
