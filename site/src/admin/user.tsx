import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account, Consent } from '../../../workers/contract/users.ts';
import { call, Refusal } from '../account/api.ts';
import { sayRefusal } from '../account/shell/act.ts';
import { day, minute, page } from '../account/shell/page.ts';
import { Go, Part } from '../account/shell/ui.tsx';
import { fill } from '../layouts/fill.ts';
import { Acts } from './acts.tsx';
import { kinds, roles, statuses, tUsers as t } from './words.ts';

interface Read {
  user: Account;
  consents: Consent[];
}

/** One account: what it is, what may be done with it, what it agreed to. */
export function User({ id, me }: { id: string; me: Account }) {
  const [read, setRead] = useState<Read | Refusal | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const both = [
      call<Account>('GET', `/users/${id}`),
      call<{ items: Consent[] }>('GET', `/users/${id}/consents`),
    ] as const;
    Promise.all(both).then(
      ([user, { items }]) => setRead({ user, consents: items }),
      (error) => setRead(error instanceof Refusal ? error : new Refusal('internal')),
    );
  }, [id]);
  useEffect(() => {
    if (read) heading.current?.focus();
  }, [read === null]);
  if (!read) return <p class="min-h-svh">{page.shell.loading}</p>;
  const back = (
    <Go href="#" look="line" class="mb-6">
      {t.back}
    </Go>
  );
  if (read instanceof Refusal) {
    return (
      <>
        {back}
        <p role="alert">{sayRefusal(read)}</p>
      </>
    );
  }
  const { user, consents } = read;
  return (
    <>
      {back}
      <h2 class="mb-6 font-device text-2xl outline-none" tabIndex={-1} ref={heading}>
        {user.name ?? t.nameless}
      </h2>
      <Facts {...{ user }} />
      <Acts {...{ user, me }} onChanged={(changed) => setRead({ user: changed, consents })} />
      <Part title={t.consents}>
        {consents.length === 0 && <p>{t.noConsents}</p>}
        <ul class="max-w-[44rem]">
          {consents.map(({ kind, version, granted, at }) => (
            <li class="flex flex-wrap justify-between gap-x-6 border-b border-line py-3" key={kind + at}>
              <b>{kinds[kind] ?? kind}</b>
              <span class="text-sm text-soft">
                {granted ? t.granted : t.withdrawn} · {version} · {minute(at)}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      {me.permissions.includes('audit.read') && (
        <Go look="line" href={`${page.paths.adminAudit}?subject=${user.id}`}>
          {t.audit}
        </Go>
      )}
    </>
  );
}

function Facts({ user }: { user: Account }) {
  const { mfa, providers, deleteAfter } = user;
  const second = [mfa.totp && t.totp, mfa.passkeys > 0 && fill(t.passkeys, { n: mfa.passkeys })].filter(
    Boolean,
  );
  const facts: Partial<Record<keyof typeof t.facts, string>> = {
    id: user.id,
    email: user.email,
    status: statuses[user.status],
    role: roles[user.role],
    language: user.language,
    createdAt: day(user.createdAt),
    ...(deleteAfter && { deleteAfter: day(deleteAfter) }),
    password: user.hasPassword ? t.yes : t.no,
    mfa: second.join(', ') || t.no,
    providers: providers.join(', ') || t.no,
  };
  return (
    <dl class="mb-10 grid gap-x-10 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      {Object.entries(facts).map(([key, value]) => (
        <div key={key}>
          <dt class="text-xs font-extrabold text-soft">{t.facts[key as keyof typeof t.facts]}</dt>
          <dd class="break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
