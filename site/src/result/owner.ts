import type { UpdateProfile } from '../../../workers/contract/profiles.ts';
import { onTap } from '../layouts/tap.ts';
import { Refused } from '../test/api.ts';
import { removeResult, updateResult } from '../test/results.ts';
import type { ResultData } from './data.ts';
import { changeOwn, deleteOwn, type Key, openPrivate, revokeOwn, shareOwn } from './own-api.ts';

type Act = 'save' | 'share' | 'revoke' | 'delete';

const part = (act: Act | 'ask' | 'cancel') => document.querySelector<HTMLElement>(`[data-owner="${act}"]`);

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

/**
 * Wires the owner's panel. `keyOf` gives what opens the result; each act is told to the server first, then remembered
 * here. The panel may be on screen before: a tap on it is kept until then, and its form leads nowhere by itself.
 */
export function wireOwner({ owner: t, here }: ResultData, keyOf: () => Promise<Key>): void {
  const status = document.querySelector<HTMLElement>('[data-owner-status]');
  const confirm = document.getElementById('owner-confirm');
  const errors: Record<string, string> = t.errors;
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  let busy = false;

  /** Remembers where the result is now and looks at it there; without an address its key opens it. */
  const move = async (key: Key, slug: string | null) => {
    await updateResult(key.id, { slug });
    if (slug) location.assign(here + slug);
    else openPrivate(key, `${here}private`);
  };
  const ask = (open: boolean) => {
    say('');
    if (confirm) confirm.hidden = !open;
    part('ask')?.setAttribute('aria-expanded', String(open));
    part(open ? 'cancel' : 'ask')?.focus();
  };
  const acts: Record<Act, (key: Key) => Promise<void>> = {
    save: async (key) => {
      const form = document.querySelector<HTMLFormElement>('#owner form');
      if (!form) return;
      const changed = await changeOwn(key, changeFrom(form));
      if (changed.visibility === 'private') return move(key, null);
      // A result that never had an address needs one before anybody can have its link.
      await move(key, changed.slug ?? (await shareOwn(key)).slug);
    },
    share: async (key) => move(key, (await shareOwn(key)).slug),
    revoke: async (key) => {
      await revokeOwn(key);
      await move(key, null);
    },
    delete: async (key) => {
      await deleteOwn(key);
      await removeResult(key.id);
      farewell();
    },
  };
  const attempt = async (act: Act) => {
    if (busy) return;
    busy = true;
    say(t.working);
    try {
      await acts[act](await keyOf());
    } catch (error) {
      say((error instanceof Refused && errors[error.code]) || t.errors.other);
    }
    busy = false;
  };
  const wire = (name: Act | 'ask' | 'cancel', act: () => void) => {
    const button = part(name);
    if (button) onTap(button, act);
  };
  for (const act of Object.keys(acts) as Act[]) wire(act, () => void attempt(act));
  wire('ask', () => ask(confirm?.hidden === true));
  wire('cancel', () => ask(false));
  confirm?.addEventListener('keydown', ({ key }) => key === 'Escape' && ask(false));
}
