import type { TallyView } from '../../../workers/contract/assessments.ts';
import { report } from './events.ts';
import { put } from './page-data.ts';

const part = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

function inWords(total: HTMLElement, text: string): void {
  total.classList.add('in-words');
  total.textContent = text;
}

function paint(total: HTMLElement, { total: count, types: groups }: TallyView): void {
  const types = part('tally-types');
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  if (count === 0) {
    inWords(total, total.dataset.none ?? '');
    return;
  }
  total.textContent = put(total.dataset.unit ?? '', { count: format.format(count) });
  const names = JSON.parse(types.dataset.names ?? '{}') as Record<string, string>;
  const list = document.createElement('ul');
  for (const { type, share } of groups) {
    const entry = document.createElement('li');
    entry.textContent = `${names[type] ?? type} ${percent.format(share)}`;
    list.append(entry);
  }
  types.replaceChildren(list);
  const shown = groups.reduce((sum, group) => sum + group.count, 0);
  part('tally-note').textContent =
    (groups.length === 0 ? total.dataset.few : shown < count ? total.dataset.split : '') ?? '';
}

async function load(total: HTMLElement): Promise<void> {
  try {
    const response = await fetch('/api/v1/assessments/teto-egen/tally');
    if (!response.ok) throw new Error(String(response.status));
    paint(total, (await response.json()) as TallyView);
  } catch {
    inWords(total, total.dataset.failed ?? '');
  }
}

/** What the landing does beside the test: the count of finished tests, and a word to a friend's friend. */
export function enliven(): void {
  const total = part('tally-total');
  // The number is far below the first screen: nobody waits for it.
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      load(total);
    },
    { rootMargin: '600px' },
  ).observe(total);
  report('landing_viewed');
  if (new URLSearchParams(location.search).has('from')) {
    part('friend').hidden = false;
    report('friend_started');
  }
}
