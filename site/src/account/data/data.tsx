import { useState } from 'preact/hooks';
import type { Account, Export } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import type { SavedResult } from '../../test/results.ts';
import { claim } from '../claim.ts';
import { useAct } from '../shell/act.ts';
import { words } from '../shell/page.ts';
import { Button, Outcome, Part } from '../shell/ui.tsx';
import { DeleteAccount, Gone } from './delete.tsx';
import { Exporting } from './exporting.tsx';

const t = words<typeof import('../../locales/ko/settings.json')['data']>();

export function Data({ data }: { data: { exports: Export[]; results: SavedResult[] | null } }) {
  const [gone, setGone] = useState<Account | null>(null);
  if (gone) return <Gone t={t.delete} user={gone} />;
  return (
    <>
      <Claiming results={data.results} />
      <Part title={t.export.title} text={t.export.text} id="export">
        <Exporting t={t.export} exports={data.exports} />
      </Part>
      <Part title={t.delete.title} text={t.delete.text} id="delete">
        <DeleteAccount t={t.delete} onGone={setGone} />
      </Part>
    </>
  );
}

/** Results only this browser holds, into the account. */
function Claiming({ results }: { results: SavedResult[] | null }) {
  const [left, setLeft] = useState(results);
  const act = useAct();
  const keep = (all: SavedResult[]) =>
    act.run(async () => {
      const { taken, refused } = await claim(all);
      setLeft([]);
      const said = taken > 0 ? fill(t.claim.kept, { n: taken }) : '';
      return [said, refused > 0 && fill(t.claim.refused, { n: refused })].filter(Boolean).join(' ');
    });
  const state = left === null ? t.claim.blocked : t.claim.none;
  return (
    <Part title={t.claim.title} id="claim">
      {left?.length ? (
        <>
          <p class="max-w-[38rem]">{fill(t.claim.text, { n: left.length })}</p>
          <Button class="mt-4" onClick={() => keep(left)} busy={act.busy}>
            {t.claim.keep}
          </Button>
        </>
      ) : (
        !act.said && <p class="max-w-[38rem]">{state}</p>
      )}
      <Outcome {...{ act }} />
    </Part>
  );
}
