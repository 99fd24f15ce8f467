const SYSTEMS = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

// The more special name first: most of them call themselves Chrome and Safari as well.
const BROWSERS = [
  [/KAKAOTALK/i, 'KakaoTalk'],
  [/NAVER\(/i, 'Naver'],
  [/Instagram/, 'Instagram'],
  [/FBAN|FBAV/, 'Facebook'],
  [/ Line\//i, 'LINE'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Whale\//, 'Whale'],
  [/EdgA?\/|EdgiOS/, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

type Names = readonly (readonly [RegExp, string])[];
const first = (names: Names, agent: string): string | undefined =>
  names.find(([pattern]) => pattern.test(agent))?.[1];

/** A device in words out of its User-Agent: `Chrome · Android`. Nothing finer is kept. */
export function deviceName(agent: string | null): string {
  const known = [first(BROWSERS, agent ?? ''), first(SYSTEMS, agent ?? '')].filter(Boolean);
  return known.join(' · ') || (agent ?? '').replace(/[^\w ./-]/g, '').slice(0, 40) || '?';
}
