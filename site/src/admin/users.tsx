import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account, FoundUser } from '../../../workers/contract/users.ts';
import { Field, Select } from '../account/shell/fields.tsx';
import { day } from '../account/shell/page.ts';
import { Button } from '../account/shell/ui.tsx';
import { fill } from '../layouts/fill.ts';
import { findUsers, type Page } from './find.ts';
import { Found } from './found.tsx';
import { useList } from './list.ts';
import { User } from './user.tsx';
import { roles, statuses, tUsers as t } from './words.ts';

const opened = (): string | null => /^#(u_\w+)$/.exec(location.hash)?.[1] ?? null;

/** Accounts found, or the one the address names behind `#`. */
export function Users({ user, data }: { user: Account; data: Page<FoundUser> }) {
  const [id, setId] = useState(opened);
  const list = useList(data, findUsers);
  const found = useRef<HTMLHeadingElement>(null);
  const was = useRef(id);
  useEffect(() => {
    const follow = () => setId(opened());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (was.current && !id) found.current?.focus();
    was.current = id;
  }, [id]);
  if (id) return <User key={id} {...{ id }} me={user} />;
  return (
    <>
      <form
        class="grid items-end gap-4 border-t-2 border-ink pt-6 md:grid-cols-[minmax(0,28rem)_auto_auto_auto] md:justify-start"
        method="post"
        onSubmit={list.find}
      >
        <Field label={t.q} name="q" type="search" autocomplete="off" maxLength={100} />
        <Select label={t.status} name="status" options={statuses} any={t.any} />
        <Select label={t.role} name="role" options={roles} any={t.any} />
        <Button type="submit" class="md:min-h-13" busy={list.act.busy}>
          {t.find}
        </Button>
      </form>
      <Found {...{ list, t }} heading={found}>
        {list.items.map((one) => (
          <Row key={one.id} {...{ one }} mine={one.id === user.id} />
        ))}
      </Found>
    </>
  );
}

function Row({ one, mine }: { one: FoundUser; mine: boolean }) {
  const { id, email, name, role, status, createdAt, lastSeenAt } = one;
  const seen = lastSeenAt ? fill(t.seen, { date: day(lastSeenAt) }) : t.unseen;
  return (
    <li class="border-b border-line">
      <a
        class="flex flex-col gap-2 rounded-sm px-1 py-4 hover:bg-sunk md:flex-row md:items-center md:justify-between"
        href={`#${id}`}
      >
        <span class="min-w-0">
          <b class="block font-device">{name ?? t.nameless}</b>
          <span class="block text-sm text-soft">{email}</span>
          <span class="block text-sm text-soft">
            {fill(t.since, { date: day(createdAt) })} · {seen}
          </span>
        </span>
        <span class="flex shrink-0 flex-wrap gap-2">
          {mine && <Tag>{t.you}</Tag>}
          <Tag>{roles[role]}</Tag>
          <StatusTag {...{ status }} />
        </span>
      </a>
    </li>
  );
}

const Tag = ({ children, tone = 'bg-sunk text-ink' }: { children: string; tone?: string }) => (
  <span class={`inline-flex rounded-full px-3 py-1 text-xs font-extrabold ${tone}`}>{children}</span>
);

const tones = {
  active: 'bg-egen-pale text-egen-ink',
  suspended: 'bg-teto-pale text-teto-ink',
  deleted: 'bg-between-pale text-ink',
};

export const StatusTag = ({ status }: { status: keyof typeof tones }) => (
  <Tag tone={tones[status]}>{statuses[status]}</Tag>
);
