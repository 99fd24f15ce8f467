import type { Account, Export } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import { call, know } from '../api.ts';
import { Exporting } from '../data/exporting.tsx';
import { useAct } from '../shell/act.ts';
import { day, page, words } from '../shell/page.ts';
import { Button, Outcome, Part } from '../shell/ui.tsx';
import { SignOut } from './profile.tsx';

const { deleting: t } = words<typeof import('../../locales/ko/settings.json')['profile']>();

/** All that is left of an account that is being deleted: when, back, everything as a file, and out. */
export function Deleting({ user, exports }: { user: Account; exports: Export[] }) {
  const act = useAct();
  const restore = () =>
    act.run(async () => {
      know(await call<Account>('POST', '/users/me/restore', {}));
      location.reload();
      return t.restored;
    });
  return (
    <>
      <section class="mb-10 max-w-[44rem] rounded-lg bg-between-pale p-6 md:p-9" aria-labelledby="until">
        <h2 class="text-xl" id="until">
          {fill(t.title, { date: user.deleteAfter ? day(user.deleteAfter) : '' })}
        </h2>
        <p class="mt-2">{t.text}</p>
        <Button class="mt-6" onClick={restore} busy={act.busy}>
          {t.restore}
        </Button>
        <Outcome {...{ act }} />
      </section>
      <Part title={t.exportTitle}>
        <Exporting t={(page.more as { export: ExportWords }).export} {...{ exports }} />
      </Part>
      <SignOut label={t.leave} />
    </>
  );
}

type ExportWords = typeof import('../../locales/ko/settings.json')['data']['export'];
