import { useEffect } from 'preact/hooks';
import type { Account } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import type { Refusal } from '../api.ts';
import { sayRefusal } from './act.ts';
import { day, page, signInPath } from './page.ts';
import { Button, Go } from './ui.tsx';

/** Nobody is signed in: said kindly, with the way in and back. */
export function SignedOut() {
  const { signedOut: t } = page.shell;
  return (
    <section
      class="max-w-[38rem] rounded-lg bg-between-pale p-[min(1.5rem,6vw)] md:p-9"
      aria-labelledby="signed-out"
    >
      <h2 class="text-xl" id="signed-out">
        {t.title}
      </h2>
      <p class="mt-2">{t.text}</p>
      <div class="mt-6 flex flex-wrap gap-3">
        <Go href={signInPath()}>{t.signIn}</Go>
        <Go href={page.paths.signUp} look="line">
          {t.signUp}
        </Go>
        <Go href={page.paths.me} look="plain">
          {t.mine}
        </Go>
      </div>
    </section>
  );
}

/** The account is being deleted: what can still be done stands on the profile page. */
export function Leaving({ user }: { user: Account }) {
  const { deleted: t } = page.shell;
  return (
    <section
      class="max-w-[38rem] rounded-lg bg-between-pale p-[min(1.5rem,6vw)] md:p-9"
      aria-labelledby="leaving"
    >
      <h2 class="text-xl" id="leaving">
        {t.title}
      </h2>
      <p class="mt-2">{fill(t.text, { date: user.deleteAfter ? day(user.deleteAfter) : '' })}</p>
      <Go class="mt-6" href={page.paths.account}>
        {t.open}
      </Go>
    </section>
  );
}

/** As if the page did not exist. */
export function NotHere() {
  const { title, text, action } = page.notFound;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div class="min-h-svh py-16">
      <h1 class="text-3xl">{title}</h1>
      <p class="mt-4 max-w-[34rem] text-lg">{text}</p>
      <Go class="mt-8" href={page.paths.home}>
        {action}
      </Go>
    </div>
  );
}

export function Broken({ error, again }: { error: Refusal; again: () => void }) {
  const { broken: t } = page.shell;
  return (
    <section class="max-w-[38rem] rounded-lg bg-teto-pale p-[min(1.5rem,6vw)] md:p-9" role="alert">
      <h2 class="text-xl">{t.title}</h2>
      <p class="mt-2">{sayRefusal(error)}</p>
      <Button class="mt-6" onClick={again}>
        {t.again}
      </Button>
    </section>
  );
}
