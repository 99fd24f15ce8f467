import type { Account, AuditEntry } from '../../../workers/contract/users.ts';
import { Field } from '../account/shell/fields.tsx';
import { minute, page } from '../account/shell/page.ts';
import { Button } from '../account/shell/ui.tsx';
import { type Filter, findEntries, type Page } from './find.ts';
import { Found } from './found.tsx';
import { useList } from './list.ts';
import { roles, tAudit as t } from './words.ts';

const FILTERS = ['actor', 'subject', 'action'] as const;

/** The filter the address names, as a link from an account does. */
export function asked(): Filter {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? '']));
}

/** Every privileged act, newest first. */
export function Audit({ user, data }: { user: Account; data: Page<AuditEntry> }) {
  const filter = asked();
  const list = useList(data, findEntries, filter);
  const mayOpen = user.permissions.includes('users.find');
  return (
    <>
      <form
        class="grid items-start gap-4 border-t-2 border-ink pt-6 md:grid-cols-[1fr_1fr_1fr_auto]"
        method="post"
        onSubmit={list.find}
      >
        {FILTERS.map((name) => (
          <Field
            key={name}
            label={t[name]}
            hint={name === 'action' ? t.actionHint : undefined}
            autocomplete="off"
            defaultValue={filter[name] ?? ''}
            {...(name === 'actor' && { pattern: 'u_[1-9A-HJ-NP-Za-km-z]{22}' })}
            {...{ name }}
          />
        ))}
        <Button type="submit" class="md:mt-8.75 md:min-h-13" busy={list.act.busy}>
          {t.find}
        </Button>
      </form>
      <Found {...{ list, t }}>
        {list.items.map((entry) => (
          <Row key={entry.id} {...{ entry, mayOpen }} />
        ))}
      </Found>
    </>
  );
}

function Row({ entry, mayOpen }: { entry: AuditEntry; mayOpen: boolean }) {
  const { at, actor, role, action, subject, details, requestId } = entry;
  const more = Object.entries(details);
  return (
    <li class="grid gap-x-8 gap-y-1 border-b border-line py-4 text-sm md:grid-cols-[11rem_1fr]">
      <time class="text-soft" dateTime={at}>
        {minute(at)}
      </time>
      <div class="min-w-0">
        <p class="text-base font-extrabold">{action}</p>
        <p class="break-words">
          <span class="text-soft">{t.by} </span>
          {actor ? <Who id={actor} {...{ mayOpen }} /> : t.system}
          {role && ` · ${roles[role]}`}
        </p>
        {subject && (
          <p class="break-words">
            <span class="text-soft">{t.to} </span>
            <Who id={subject} {...{ mayOpen }} />
          </p>
        )}
        {more.length > 0 && (
          <p class="break-words text-soft">
            {more
              .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
              .join(' · ')}
          </p>
        )}
        <p class="text-xs break-all text-soft">
          {t.request} {requestId}
        </p>
      </div>
    </li>
  );
}

function Who({ id, mayOpen }: { id: string; mayOpen: boolean }) {
  if (!mayOpen || !id.startsWith('u_'))
    return <span class="inline-flex min-h-11 items-center break-all">{id}</span>;
  return (
    <a
      class="inline-flex min-h-11 items-center break-all underline decoration-between decoration-2 underline-offset-4"
      href={`${page.paths.adminUsers}#${id}`}
    >
      {id}
    </a>
  );
}
