import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OwnProfile } from '../../../workers/contract/profiles.ts';
import type { Refused } from '../test/api.ts';
import { removeResult, type SavedResult, updateResult } from '../test/results.ts';
import type { ResultData } from './data.ts';
import { changeOwn, deleteOwn, openPrivate, readOwn, revokeOwn, shareOwn } from './own-api.ts';

interface Props {
  data: ResultData;
  mine: SavedResult;
}

const button = 'min-h-12 rounded-full px-5 text-sm font-extrabold disabled:opacity-50';
const solid = `${button} bg-ink text-paper`;
const line = `${button} border-2 border-ink`;
const field = 'min-h-12 w-full rounded-sm border border-soft bg-sheet px-3 text-ink';

function Choices<T extends string>(props: {
  name: string;
  legend: string;
  value: T;
  labels: Record<T, string>;
}) {
  const entries = Object.entries(props.labels) as [T, string][];
  return (
    <fieldset>
      <legend class="font-extrabold">{props.legend}</legend>
      <div class="mt-2 flex flex-wrap gap-x-6">
        {entries.map(([value, label]) => (
          <label key={value} class="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={props.name}
              value={value}
              defaultChecked={value === props.value}
              class="size-5 accent-ink"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Panel({ data, mine }: Props) {
  const t = data.owner;
  const [profile, setProfile] = useState<OwnProfile | null>(null);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, say] = useState('');
  const errors: Record<string, string> = t.errors;

  const attempt = (work: () => Promise<void>) => async () => {
    setBusy(true);
    say(t.working);
    await work().catch(({ code }: Refused) => say(errors[code] ?? t.errors.other));
    setBusy(false);
  };
  const show = (slug: string | null) =>
    slug ? location.assign(data.here + slug) : openPrivate(mine, `${data.here}private`);
  const remember = async (slug: string | null) => {
    await updateResult(mine.id, { slug });
    show(slug);
  };
  const save = (form: HTMLFormElement) =>
    attempt(async () => {
      const values = new FormData(form);
      const nickname = String(values.get('nickname')).trim() || null;
      const changed = await changeOwn(mine, {
        nickname,
        displayGender: values.get('gender') as OwnProfile['displayGender'],
        visibility: values.get('visibility') as OwnProfile['visibility'],
      });
      say(t.saved);
      // Without an address yet, "anyone with the link" needs one made.
      const slug = changed.visibility === 'private' ? null : (changed.slug ?? (await shareOwn(mine)).slug);
      await remember(slug);
    })();

  useEffect(
    () =>
      void attempt(async () => {
        setProfile(await readOwn(mine));
        say('');
      })(),
    [],
  );
  const status = (
    <p class="mt-4 min-h-7 font-extrabold" role="status">
      {said}
    </p>
  );
  if (!profile) return status;

  return (
    <div>
      <form
        class="grid max-w-[32rem] gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          save(event.currentTarget);
        }}
      >
        <label class="block">
          <span class="font-extrabold">{t.nickname}</span>
          <input
            class={`${field} mt-2`}
            name="nickname"
            maxLength={40}
            autocomplete="nickname"
            defaultValue={profile.nickname ?? ''}
            aria-describedby="nickname-hint"
          />
          <span class="mt-1 block text-xs text-soft" id="nickname-hint">
            {t.nicknameHint}
          </span>
        </label>
        <div>
          <Choices name="gender" legend={t.gender} value={profile.displayGender} labels={t.genders} />
          <p class="text-xs text-soft">{t.genderHint}</p>
        </div>
        <Choices name="visibility" legend={t.visibility} value={profile.visibility} labels={t.visibilities} />
        <div>
          <button type="submit" class={solid} disabled={busy}>
            {t.save}
          </button>
        </div>
      </form>
      <div class="mt-8 flex flex-wrap items-start gap-3 border-t border-line pt-6">
        {profile.visibility === 'private' ? (
          <button
            type="button"
            class={solid}
            disabled={busy}
            onClick={attempt(async () => remember((await shareOwn(mine)).slug))}
          >
            {t.share}
          </button>
        ) : (
          <button
            type="button"
            class={line}
            disabled={busy}
            onClick={attempt(async () => {
              await revokeOwn(mine);
              await remember(null);
            })}
          >
            {t.revoke}
          </button>
        )}
        {!asking && (
          <button
            type="button"
            class={`${line} text-teto-ink`}
            disabled={busy}
            onClick={() => setAsking(true)}
          >
            {t.delete}
          </button>
        )}
      </div>
      {profile.visibility !== 'private' && <p class="mt-3 text-xs text-soft">{t.revokeHint}</p>}
      {asking && (
        <Confirm
          {...{ t, busy }}
          onNo={() => setAsking(false)}
          onYes={attempt(async () => {
            await deleteOwn(mine);
            await removeResult(mine.id);
            farewell(data);
          })}
        />
      )}
      {status}
    </div>
  );
}

function Confirm(props: { t: ResultData['owner']; busy: boolean; onYes: () => void; onNo: () => void }) {
  const { t, busy, onYes, onNo } = props;
  return (
    <div role="alertdialog" aria-labelledby="confirm-text" class="mt-4 rounded-md bg-teto-pale p-5 text-ink">
      <p id="confirm-text" class="font-extrabold">
        {t.deleteConfirm}
      </p>
      <div class="mt-4 flex flex-wrap gap-3">
        <button type="button" class={line} ref={(node) => node?.focus()} onClick={onNo}>
          {t.cancel}
        </button>
        <button type="button" class={solid} disabled={busy} onClick={onYes}>
          {t.deleteYes}
        </button>
      </div>
    </div>
  );
}

/** The result is no more: nothing of it stays on screen. */
function farewell({ owner: t, home }: ResultData): void {
  const article = document.querySelector('article');
  if (!article) {
    location.assign(home);
    return;
  }
  render(
    <div class="page py-24">
      <h1 class="text-3xl" tabIndex={-1} ref={(node) => node?.focus()}>
        {t.deleted}
      </h1>
      <a class={`${solid} mt-8 inline-flex items-center`} href={home}>
        {t.home}
      </a>
    </div>,
    Object.assign(article, { innerHTML: '' }),
  );
  scrollTo(0, 0);
}

export function mountOwner(panel: HTMLElement, data: ResultData, mine: SavedResult): void {
  render(<Panel data={data} mine={mine} />, panel);
}
