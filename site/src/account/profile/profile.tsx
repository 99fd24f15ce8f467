import { useState } from 'preact/hooks';
import type { Account, Preferences, UpdatePreferences } from '../../../../workers/contract/users.ts';
import { call, know, leave } from '../api.ts';
import { useAct } from '../shell/act.ts';
import { Choices, Field, Switch } from '../shell/fields.tsx';
import { day, page, words } from '../shell/page.ts';
import { Button, Go, Outcome } from '../shell/ui.tsx';
import { adoptTheme, applyTheme } from './theme.ts';

const t = words<typeof import('../../locales/ko/settings.json')['profile']>();

export async function loadPreferences(): Promise<Preferences> {
  const preferences = await call<Preferences>('GET', '/users/me/preferences');
  adoptTheme(preferences.theme);
  return preferences;
}

export function Profile({ user, data }: { user: Account; data: Preferences }) {
  return (
    <div class="grid gap-x-16 md:grid-cols-[1fr_20rem]">
      <Form {...{ user, data }} />
      <Facts {...{ user }} />
    </div>
  );
}

function Form({ user, data }: { user: Account; data: Preferences }) {
  const [wish, setWish] = useState(data);
  const act = useAct({ name: [] });
  const { notifications } = wish;
  const choose = (change: Partial<Preferences>) => setWish({ ...wish, ...change });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const name =
      String(new FormData(event.currentTarget as HTMLFormElement).get('name') ?? '').trim() || null;
    const { language, theme, displayGender } = wish;
    void act.run(async () => {
      know(await call<Account>('PUT', '/users/me', { name, language }));
      const change: UpdatePreferences = { language, theme, displayGender, notifications };
      setWish(await call<Preferences>('PUT', '/users/me/preferences', change));
      applyTheme(theme);
      const other = page.others[language];
      if (language !== page.language && other) location.assign(other);
      return t.saved;
    });
  };
  return (
    <form
      class="grid content-start gap-7 border-t-2 border-ink pt-6 pb-10"
      method="post"
      onSubmit={submit}
      ref={act.form as never}
    >
      <Field
        label={t.name}
        hint={t.nameHint}
        name="name"
        autocomplete="nickname"
        maxLength={40}
        defaultValue={user.name ?? ''}
        {...{ act }}
      />
      <Choices
        legend={t.language}
        hint={t.languageHint}
        name="language"
        labels={t.languages}
        value={wish.language}
        onChange={(language) => choose({ language })}
      />
      <Choices
        legend={t.theme}
        name="theme"
        labels={t.themes}
        value={wish.theme}
        onChange={(theme) => choose({ theme: theme as Preferences['theme'] })}
      />
      <Choices
        legend={t.gender}
        hint={t.genderHint}
        name="displayGender"
        labels={t.genders}
        value={wish.displayGender}
        onChange={(gender) => choose({ displayGender: gender as Preferences['displayGender'] })}
      />
      <fieldset>
        <legend class="font-extrabold">{t.notifications}</legend>
        <div class="mt-2 grid gap-3">
          {(['reminders', 'news'] as const).map((kind) => (
            <Switch
              key={kind}
              label={t[kind]}
              hint={t[`${kind}Hint`]}
              checked={notifications[kind]}
              onChange={(on) => choose({ notifications: { ...notifications, [kind]: on } })}
            />
          ))}
        </div>
        <p class="mt-3 text-xs text-soft">{t.always}</p>
      </fieldset>
      <div>
        <Button type="submit" busy={act.busy}>
          {t.save}
        </Button>
        <Outcome {...{ act }} />
      </div>
    </form>
  );
}

function Facts({ user }: { user: Account }) {
  const { permissions } = user;
  const facts = [
    [t.email, user.email],
    [t.since, day(user.createdAt)],
    [t.role, page.shell.roles[user.role]],
  ] as const;
  return (
    <aside class="min-w-0 border-t-2 border-ink pt-6 pb-10">
      <dl class="grid gap-4">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="text-xs font-extrabold text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {permissions.length > 0 && (
        <nav class="mt-8" aria-label={t.work}>
          <p class="text-xs font-extrabold text-soft">{t.work}</p>
          <div class="mt-2 flex flex-wrap gap-3">
            {permissions.includes('users.find') && (
              <Go look="line" href={page.paths.adminUsers}>
                {t.adminUsers}
              </Go>
            )}
            {permissions.includes('audit.read') && (
              <Go look="line" href={page.paths.adminAudit}>
                {t.adminAudit}
              </Go>
            )}
          </div>
        </nav>
      )}
      <SignOut label={t.leave} />
    </aside>
  );
}

export function SignOut({ label }: { label: string }) {
  const act = useAct();
  const out = () =>
    act.run(async () => {
      await leave();
      location.assign(page.paths.home);
    });
  return (
    <div class="mt-8">
      <Button look="line" onClick={out} busy={act.busy}>
        {label}
      </Button>
      <Outcome {...{ act }} />
    </div>
  );
}
