import type { ComponentChildren, Ref } from 'preact';
import { Button, Outcome } from '../account/shell/ui.tsx';
import type { List } from './list.ts';

interface Props<Item> {
  list: List<Item>;
  t: { found: string; none: string; more: string };
  heading?: Ref<HTMLHeadingElement>;
  /** The items, each a list item. */
  children: ComponentChildren;
}

/** What a search came to: how it went, what it found, and more of it. */
export function Found<Item>({ list, t, heading, children }: Props<Item>) {
  return (
    <>
      <Outcome act={list.act} />
      <h2 class="mt-2 text-xl outline-none" tabIndex={-1} ref={heading ?? null}>
        {t.found}
      </h2>
      {list.items.length === 0 && <p class="mt-3">{t.none}</p>}
      <ol class="mt-3 border-t border-line">{children}</ol>
      {list.more && (
        <Button class="mt-6" look="line" onClick={list.more} busy={list.act.busy}>
          {t.more}
        </Button>
      )}
    </>
  );
}
