import { report } from '../test/events.ts';
import { findResult } from '../test/results.ts';
import { readData } from './data.ts';
import type { Key } from './own-api.ts';
import { wirePdf } from './pdf.ts';
import { wireSharing } from './share.ts';

/** What opens a result that its owner's account keeps: a token that does not live long. */
async function accountKey(id: string): Promise<Key> {
  const { accessToken } = await import('../account/api.ts');
  return { id, secret: (await accessToken()) ?? '' };
}

const data = readData();
if (data) {
  report('result_viewed');
  wireSharing(data);
  const { slug, id } = data;
  const root = document.documentElement;
  const mine = await findResult(slug ?? id ?? '').catch(() => undefined);
  const key = mine ? async () => mine : id ? () => accountKey(id) : null;
  if (!slug) wirePdf(data, key ?? undefined);
  if (key) {
    (await import('./owner.ts')).wireOwner(data, key);
    root.dataset.viewer = mine ? 'owner' : 'account';
  } else {
    // The note of the inline script was stale.
    delete root.dataset.viewer;
  }
}
