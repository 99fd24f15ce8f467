import type { Account } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import { listResults, type SavedResult } from '../../test/results.ts';
import { claim } from '../claim.ts';
import { wireForm } from '../form.ts';
import { arrive, cameFrom, one, page, show } from './page.ts';

/** Offers to keep the results of this browser in the account; without any, goes straight on to `to`. */
export async function offerClaim(user: Account, to = cameFrom()): Promise<void> {
  const results = await listResults().catch(() => []);
  const go = (): void => arrive(user, to);
  if (results.length === 0) return go();
  list(results);
  one('[data-claim-skip]')?.addEventListener('click', go);
  const form = wireForm('claim', {
    words: page,
    act: async () => {
      const { taken, refused } = await claim(results);
      if (refused === 0) return go();
      // Something stayed behind: that is read before the page goes on.
      const said = [fill(page.said.claimed, { n: taken }), fill(page.said.notClaimed, { n: refused })];
      for (const part of form?.element.querySelectorAll<HTMLElement>('button') ?? []) part.hidden = true;
      const on = one<HTMLButtonElement>('[data-claim-go]');
      on?.addEventListener('click', go);
      if (on) on.hidden = false;
      form?.say(said.join(' '));
      on?.focus();
    },
  });
  show('claim');
}

function list(results: SavedResult[]): void {
  const day = new Intl.DateTimeFormat(page.language, { dateStyle: 'medium' });
  const items = results.slice(0, 5).map(({ word, kind, createdAt }) => {
    const item = document.createElement('li');
    item.dataset.kind = kind;
    const [name, when] = [document.createElement('b'), document.createElement('span')];
    name.textContent = word;
    when.textContent = day.format(new Date(createdAt));
    item.append(name, when);
    return item;
  });
  one('[data-claim-list]')?.replaceChildren(...items);
  const count = one('[data-claim-count]');
  if (count) count.textContent = fill(page.said.results, { n: results.length });
}
