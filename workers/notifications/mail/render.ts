import { maskLocal } from '../../lib/mask.ts';
import type { Mail, MailMessage } from '../../queues/messages.ts';
import { mailHtml } from './html.ts';
import type { Letter } from './letter.ts';
import en from './texts.en.json' with { type: 'json' };
import ko from './texts.ko.json' with { type: 'json' };

const TEXTS = { ko, en };

interface Words {
  subject: string;
  lines: string[];
  button?: string;
}

interface Rendered {
  subject: string;
  text: string;
  html: string;
}

/** Writes a mail in the reader's language (Korean when we do not write theirs), as plain text and as HTML. */
export function renderMail({ to, language, mail }: Pick<MailMessage, 'to' | 'language' | 'mail'>): Rendered {
  const tongue = language === 'en' ? 'en' : 'ko';
  const texts = TEXTS[tongue];
  const words: Words = texts[mail.template];
  const values = { ...fill(mail, tongue), to };
  const say = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(Reflect.get(values, name) ?? ''));
  const url = linkOf(mail);
  const letter: Letter = {
    language: tongue,
    subject: say(words.subject),
    lines: words.lines.map(say),
    code: 'code' in mail ? mail.code : null,
    button: url && words.button ? { label: words.button, url, note: texts.copyLink } : null,
    from: texts.from,
    footer: say(texts.footer),
  };
  return { subject: letter.subject, text: mailText(letter), html: mailHtml(letter) };
}

function mailText({ subject, lines, code, button, from, footer }: Letter): string {
  const parts = [
    subject,
    ...(code ? [code] : []),
    ...lines,
    ...(button ? [`${button.label}:\n${button.url}`] : []),
  ];
  return `${parts.join('\n\n')}\n\n— ${from}\n${footer}\n`;
}

/** The address the button leads to. */
function linkOf(mail: Mail): string | null {
  if (mail.template === 'already_registered') return mail.signInUrl;
  if (mail.template === 'deletion_begun') return mail.restoreUrl;
  return 'url' in mail ? mail.url : null;
}

/** What stands for the names in the texts; times in Korea's time, which is said. */
function fill(mail: Mail, language: 'ko' | 'en'): object {
  const time = (at: number): string =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Asia/Seoul',
    }).format(at) + (language === 'ko' ? ' (한국 시각)' : ' (Korea time)');
  switch (mail.template) {
    case 'email_changed':
      return { newEmail: maskLocal(mail.to) };
    case 'new_sign_in':
      return { device: mail.device, place: mail.place ? ` (${mail.place})` : '', time: time(mail.at) };
    case 'mfa_changed':
      return { change: TEXTS[language].mfa_changed.changes[mail.change] };
    case 'export_ready':
      return { time: time(mail.expiresAt) };
    case 'deletion_begun':
      return { time: time(mail.deleteAfter) };
    case 'provider_linked':
    case 'provider_unlinked':
      return { provider: PROVIDERS[mail.provider]?.[language] ?? mail.provider };
    default:
      return mail;
  }
}

const PROVIDERS: Record<string, { ko: string; en: string }> = {
  google: { ko: '구글', en: 'Google' },
  linkedin: { ko: '링크드인', en: 'LinkedIn' },
  kakao: { ko: '카카오', en: 'Kakao' },
  naver: { ko: '네이버', en: 'Naver' },
};
