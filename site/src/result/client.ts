import { report } from '../test/events.ts';
import { listResults } from '../test/results.ts';
import { readData } from './data.ts';
import { wirePdf } from './pdf.ts';
import { wireSharing } from './share.ts';

const data = readData();
if (data) {
  report('result_viewed');
  wireSharing(data);
  const mine = await listResults().then(
    (all) => all.find(({ id, slug }) => id === data.id || (slug !== null && slug === data.slug)),
    () => undefined,
  );
  if (!data.slug) wirePdf(data, mine);
  if (mine) {
    // First wired, then shown: a form submitted before that would put its fields into the address.
    (await import('./owner.ts')).wireOwner(data, mine);
    document.documentElement.dataset.viewer = 'owner';
  }
}
