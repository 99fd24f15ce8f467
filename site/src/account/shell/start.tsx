import { type ComponentChild, type ComponentType, render, type VNode } from 'preact';
import type { Account } from '../../../../workers/contract/users.ts';
import { Refusal, whoAmI } from '../api.ts';
import { Broken, Leaving, NotHere, SignedOut } from './outside.tsx';
import { ProofDialog } from './proof.tsx';

interface Entry<Data> {
  /** Everything the page shows: asked for before anything is drawn, so that nothing moves afterwards. */
  load: (user: Account) => Promise<Data>;
  View: ComponentType<{ user: Account; data: Data }>;
  /** Who may; the others find nothing here. */
  allowed?: (user: Account) => boolean;
  /** What somebody sees whose account is being deleted. */
  leaving?: (user: Account) => Promise<VNode> | VNode;
}

const SIGNED_OUT = new Set(['token_required', 'token_invalid', 'refresh_invalid', 'account_suspended']);

/** Draws the page for who is there: the page, or why not. */
export async function start<Data>(entry: Entry<Data>): Promise<void> {
  const root = document.getElementById('account');
  if (!root) return;
  const draw = (node: ComponentChild): void => {
    root.replaceChildren();
    root.removeAttribute('aria-busy');
    render(node, root);
  };
  // Another page altogether, head and all: what is new on screen moves nothing.
  const replace = (node: VNode): void => {
    const fresh = document.createElement('div');
    root.parentElement?.replaceChildren(fresh);
    render(node, fresh);
  };
  const { load, View, allowed = () => true, leaving = (user: Account) => <Leaving {...{ user }} /> } = entry;
  const show = async (user: Account): Promise<ComponentChild> =>
    user.status === 'deleted' ? leaving(user) : <View {...{ user, data: await load(user) }} />;
  try {
    const user = await whoAmI();
    if (!user) return draw(<SignedOut />);
    if (!allowed(user)) return replace(<NotHere />);
    const shown = await show(user);
    // Nothing behind the tabs opens any more; their room stays, so that nothing moves.
    if (user.status === 'deleted') document.querySelector('[data-head] nav')?.classList.add('invisible');
    draw([shown, <ProofDialog key="proof" />]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    draw(
      SIGNED_OUT.has(error.code) ? <SignedOut /> : <Broken {...{ error }} again={() => void start(entry)} />,
    );
  }
}
