import { useState } from 'preact/hooks';
import type { Consent, Preferences, UpdatePreferences } from '../../../../workers/contract/users.ts';
import { call } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { minute, page, words } from '../shell/page.ts';
import { Outcome, Part, Switch } from '../shell/ui.tsx';

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
  // A switch is what it says only once the server has it: until then it stands where it stood.
  const change = (wanted: UpdatePreferences) =>
    act.run(async () => {
      setWish(await call<Preferences>('PUT', '/users/me/preferences', wanted));
      setConsents(await readConsents());
      return t.saved;
    });
  const choices = [
    { key: 'analytics', checked: wish.analytics, to: (on: boolean) => ({ analytics: on }) },
    { key: 'news', checked: wish.notifications.news, to: (on: boolean) => ({ notifications: { news: on } }) },
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
              disabled={act.busy}
              onChange={(on) => void change(to(on))}
            />
          ))}
        </div>
        <div class="mt-4">
          <Outcome {...{ act }} />
        </div>
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

// Wider than a phone, so it scrolls by itself, by keyboard too.
const reachable = { role: 'group' as const, 'aria-label': t.record, tabIndex: 0 };

function Record({ consents }: { consents: Consent[] }) {
  const { columns } = t;
  return (
    <div class="scroll-x" {...reachable}>
      <table class="w-full min-w-[30rem] text-left text-sm">
        <thead>
          <tr class="border-b-2 border-ink">
            {Object.values(columns).map((column) => (
              <th class="py-2 pr-4 font-extrabold" scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {consents.map((consent) => (
            <tr class="border-b border-line" key={`${consent.kind}${consent.at}`}>
              <th class="py-3 pr-4 font-extrabold" scope="row">
                {t.kinds[consent.kind]}
              </th>
              <td class="py-3 pr-4">{answer(consent)}</td>
              <td class="py-3 pr-4 whitespace-nowrap">{consent.version}</td>
              <td class="py-3 whitespace-nowrap">
                <time dateTime={consent.at}>{minute(consent.at)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
