import { useState } from 'preact/hooks';
import { type Act, useAct } from '../account/shell/act.ts';
import type { Filter, Page } from './find.ts';

export interface List<Item> {
  items: Item[];
  /** Null where there is no more. */
  more: (() => void) | null;
  find: (event: SubmitEvent) => void;
  act: Act;
}

/** A list that is filtered by a form and goes on by its cursor. */
export function useList<Item>(
  first: Page<Item>,
  read: (filter: Filter) => Promise<Page<Item>>,
  initial: Filter = {},
): List<Item> {
  const [{ items, nextCursor }, show] = useState(first);
  const [filter, setFilter] = useState<Filter>(initial);
  const act = useAct();
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Filter;
    void act.run(async () => {
      show(await read(chosen));
      setFilter(chosen);
    });
  };
  const more = (cursor: string) =>
    act.run(async () => {
      const next = await read({ ...filter, cursor });
      show({ items: [...items, ...next.items], nextCursor: next.nextCursor });
    });
  return { items, act, find, more: nextCursor === null ? null : () => void more(nextCursor) };
}
