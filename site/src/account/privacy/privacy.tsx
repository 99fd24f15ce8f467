import { useState } from 'preact/hooks';
import type { Consent, Preferences } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { Switch } from '../shell/fields.tsx';
import { minute, page, words } from '../shell/page.ts';
import { Outcome, Part } from '../shell/ui.tsx';

const t = words<typeof import('../../locales/ko/settings.json')['privacy']>();

/** Newest first. */
export async function readConsents(): Promise<Consent[]> {
  const { items } = await call<{ items: Consent[] }>('GET', '/users/me/consents');
  return [...items].sort((a, b) => b.at.localeCompare(a.at));
}

interface Data {
  preferences: Preferences;
  consents: Consent[];
}

export function Privacy({ data }: { data: Data }) {
  const [wish, setWish] = useState(data.preferences);
  const [consents, setConsents] = useState(data.consents);
  const act = useAct();
  const change = async (wanted: Partial<Preferences>) => {
    if (act.busy) return setWish({ ...wish });
    const before = wish;
    setWish({ ...wish, ...wanted });
    const done = await act.run(async () => {
      setWish(await call<Preferences>('PUT', '/users/me/preferences', wanted));
      setConsents(await readConsents());
      return t.saved;
    });
    // What the server does not have goes back to where it stood.
    if (!done) setWish(before);
  };
  const choices = [
    { key: 'analytics', checked: wish.analytics, to: (on: boolean) => ({ analytics: on }) },
    {
      key: 'news',
      checked: wish.notifications.news,
      to: (on: boolean) => ({ notifications: { ...wish.notifications, news: on } }),
    },
    { key: 'doNotSell', checked: wish.doNotSell, to: (on: boolean) => ({ doNotSell: on }) },
  ] as const;
  return (
    <>
      <Part title={t.choices}>
        <div class="grid gap-5">
          {choices.map(({ key, checked, to }) => (
            <Switch
              key={key}
              label={t[key]}
              hint={t[`${key}Hint`]}
              checked={checked}
              onChange={(on) => void change(to(on))}
            />
          ))}
        </div>
        <Outcome {...{ act }} />
      </Part>
      <Part title={t.record} text={t.recordText}>
        {consents.length === 0 ? <p>{t.none}</p> : <Record {...{ consents }} />}
        <ul class="mt-6 flex flex-wrap gap-x-8 font-extrabold">
          {[
            { href: page.paths.policy, label: t.kept },
            { href: page.paths.terms, label: t.terms },
          ].map(({ href, label }) => (
            <li key={href}>
              <a
                class="inline-flex min-h-11 items-center underline decoration-between decoration-2 underline-offset-4"
                href={href}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function answer({ kind, granted }: Consent): string {
  if (kind === 'sale') return granted ? t.saleGranted : t.saleWithdrawn;
  return granted ? t.granted : t.withdrawn;
}

function Record({ consents }: { consents: Consent[] }) {
  return (
    <ul class="max-w-[44rem] border-t border-line">
      {consents.map((consent) => (
        <li
          class="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-3"
          key={consent.kind + consent.at}
        >
          <span>
            <b>{t.kinds[consent.kind]}</b> · {answer(consent)}
          </span>
          <span class="text-sm text-soft">
            {fill(t.version, { version: consent.version })} ·{' '}
            <time dateTime={consent.at}>{minute(consent.at)}</time>
          </span>
        </li>
      ))}
    </ul>
  );
}
