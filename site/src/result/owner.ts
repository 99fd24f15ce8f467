import type { UpdateProfile } from '../../../workers/contract/profiles.ts';
import { Refused } from '../test/api.ts';
import { removeResult, type SavedResult, updateResult } from '../test/results.ts';
import type { ResultData } from './data.ts';
import { changeOwn, deleteOwn, openPrivate, revokeOwn, shareOwn } from './own-api.ts';

type Act = 'save' | 'share' | 'revoke' | 'ask' | 'cancel' | 'delete';

const part = (act: Act) => document.querySelector<HTMLElement>(`[data-owner="${act}"]`);

/** Empty text becomes no nickname; the rest is what the radios can say. */
function changeFrom(form: HTMLFormElement): UpdateProfile {
  const { nickname, ...rest } = Object.fromEntries(new FormData(form));
  return { ...rest, nickname: String(nickname).trim() || null };
}

/** The result is no more: nothing of it stays on screen. */
function farewell(): void {
  const template = document.querySelector<HTMLTemplateElement>('#farewell');
  if (!template) return;
  document.querySelector('article')?.replaceChildren(template.content);
  document.querySelector<HTMLElement>('article h1')?.focus();
  scrollTo(0, 0);
}

/** Wires the owner's panel. `mine` holds the key; each act is told to the server first, then remembered here. */
export function wireOwner({ owner: t, here }: ResultData, mine: SavedResult): void {
  const status = document.querySelector<HTMLElement>('[data-owner-status]');
  const confirm = document.getElementById('owner-confirm');
  const errors: Record<string, string> = t.errors;
  let busy = false;

  /** Remembers where the result is now and looks at it there; without an address its key opens it. */
  const move = async (slug: string | null) => {
    await updateResult(mine.id, { slug });
    if (slug) location.assign(here + slug);
    else openPrivate(mine, `${here}private`);
  };
  const ask = (open: boolean) => {
    if (confirm) confirm.hidden = !open;
    part('ask')?.setAttribute('aria-expanded', String(open));
    part(open ? 'cancel' : 'ask')?.focus();
  };
  const acts: Record<Act, () => Promise<void> | void> = {
    save: async () => {
      const changed = await changeOwn(mine, changeFrom(part('save') as HTMLFormElement));
      if (changed.visibility === 'private') return move(null);
      // A result that never had an address needs one before anybody can have its link.
      await move(changed.slug ?? (await shareOwn(mine)).slug);
    },
    share: async () => move((await shareOwn(mine)).slug),
    revoke: async () => {
      await revokeOwn(mine);
      await move(null);
    },
    delete: async () => {
      await deleteOwn(mine);
      await removeResult(mine.id);
      farewell();
    },
    ask: () => ask(confirm?.hidden === true),
    cancel: () => ask(false),
  };
  const attempt = async (act: Act) => {
    if (busy) return;
    busy = true;
    const say = (text: string) => {
      if (status) status.textContent = text;
    };
    say(act === 'ask' || act === 'cancel' ? '' : t.working);
    try {
      await acts[act]();
    } catch (error) {
      say((error instanceof Refused && errors[error.code]) || t.errors.other);
    }
    busy = false;
  };
  for (const act of Object.keys(acts) as Act[]) {
    part(act)?.addEventListener(act === 'save' ? 'submit' : 'click', (event) => {
      event.preventDefault();
      void attempt(act);
    });
  }
  confirm?.addEventListener('keydown', ({ key }) => key === 'Escape' && ask(false));
}
