import { describe, expect, test } from 'vitest';
import type { Mail } from '../../queues/messages.ts';
import { renderMail } from './render.ts';
import en from './texts.en.json' with { type: 'json' };
import ko from './texts.ko.json' with { type: 'json' };

const at = Date.UTC(2026, 10, 29, 3);
const url = 'https://teto-egen.example/x#token-of-the-link';
const MAILS: Record<Mail['template'], Mail> = {
  verify: { template: 'verify', code: '012345' },
  already_registered: { template: 'already_registered', resetUrl: `${url}-reset`, signInUrl: url },
  magic_link: { template: 'magic_link', url },
  reset: { template: 'reset', url },
  email_change: { template: 'email_change', code: '543210' },
  email_changed: { template: 'email_changed', to: 'new-address@example.com' },
  password_changed: { template: 'password_changed' },
  new_sign_in: { template: 'new_sign_in', device: 'Chrome · Android', place: 'Seoul, KR', at },
  token_reused: { template: 'token_reused', device: 'Safari · iOS' },
  mfa_changed: { template: 'mfa_changed', change: 'totp_on' },
  provider_linked: { template: 'provider_linked', provider: 'kakao' },
  provider_unlinked: { template: 'provider_unlinked', provider: 'naver' },
  restored: { template: 'restored' },
  export_ready: { template: 'export_ready', url, expiresAt: at },
  deletion_begun: { template: 'deletion_begun', restoreUrl: url, deleteAfter: at },
  deletion_done: { template: 'deletion_done' },
  suspended: { template: 'suspended' },
};
const to = 'reader@example.com';
const all = Object.values(MAILS).flatMap((mail) =>
  ['ko', 'en'].map((language) => ({ name: `${mail.template} ${language}`, language, mail })),
);

describe('every mail', () => {
  test.each(all)('$name is whole in text and in HTML', ({ language, mail }) => {
    const { subject, text, html } = renderMail({ to, language, mail });
    expect(subject).toMatch(/\S{2}/);
    for (const body of [text, html]) {
      expect(body).toContain(to);
      expect(body).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
      if ('code' in mail) expect(body).toContain(mail.code);
      if ('url' in mail) expect(body).toContain(mail.url);
    }
    expect(html).toContain(`lang="${language}"`);
    expect(html).not.toMatch(/<img|<link|<script|src=|@import/);
    expect(/[가-힣]/.test(subject)).toBe(language === 'ko');
  });

  test('says the same things in both languages', () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.length
        : value && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
          : typeof value;
    expect(shape(ko)).toEqual(shape(en));
  });
});

test('a language we do not write gets Korean', () => {
  expect(renderMail({ to, language: 'fr', mail: MAILS.reset }).subject).toBe(ko.reset.subject);
});

test('a new address is named to the old one only in part', () => {
  const { text, html } = renderMail({ to, language: 'en', mail: MAILS.email_changed });
  expect(text).toContain('n***@example.com');
  expect(text + html).not.toContain('new-address@');
});

test('what others chose is text, never markup', () => {
  const device = '<img src=x onerror=alert(1)>';
  const { html } = renderMail({ to, language: 'ko', mail: { template: 'token_reused', device } });
  expect(html).not.toContain('<img');
  expect(html).toContain('&#60;img');
});
