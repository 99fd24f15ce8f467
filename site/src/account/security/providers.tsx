import { useState } from 'preact/hooks';
import type { Providers as Ways } from '../../../../workers/contract/auth.ts';
import type { Provider } from '../../../../workers/contract/users.ts';
import { fill } from '../../layouts/fill.ts';
import { call } from '../api.ts';
import { beginTrip } from '../provider-trip.ts';
import { useAct } from '../shell/act.ts';
import { Confirm } from '../shell/dialog.tsx';
import { page } from '../shell/page.ts';
import { Button, Outcome, Part } from '../shell/ui.tsx';
import type { PartProps } from './part.ts';
import { t as all } from './words.ts';

const { providers: t } = all;

/** Sign-ins by others, linked and unlinked. One that is not set up here can still be unlinked. */
export function Providers({ user, changed, providers }: PartProps & { providers: Ways['items'] }) {
  const [asking, ask] = useState<Provider | null>(null);
  const act = useAct();
  const link = (provider: Provider) =>
    act.run(() => beginTrip({ provider, language: page.language, link: true, to: page.paths.security }));
  const unlink = (provider: Provider) => {
    ask(null);
    void act.run(async () => {
      await call('DELETE', `/auth/oauth/${provider}`);
      await changed();
      return fill(t.unlinkedSaid, { name: t.names[provider] });
    });
  };
  return (
    <Part title={t.title} text={t.text}>
      <ul class="max-w-[44rem] border-t border-line">
        {providers.map(({ provider, on }) => {
          const name = t.names[provider];
          const linked = user.providers.includes(provider);
          return (
            <li
              class="flex min-h-20 items-center justify-between gap-4 border-b border-line py-4"
              key={provider}
            >
              <div>
                <h3 class="text-lg">{name}</h3>
                <p class="text-sm text-soft">{linked ? t.linked : on ? t.unlinked : t.off}</p>
              </div>
              {linked && (
                <Button
                  look="line"
                  aria-label={fill(t.unlinkNamed, { name })}
                  onClick={() => ask(provider)}
                  busy={act.busy}
                >
                  {t.unlink}
                </Button>
              )}
              {!linked && on && (
                <Button
                  look="line"
                  aria-label={fill(t.linkNamed, { name })}
                  onClick={() => void link(provider)}
                  busy={act.busy}
                >
                  {t.link}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Outcome {...{ act }} />
      {asking && (
        <Confirm
          title={fill(t.unlinkTitle, { name: t.names[asking] })}
          text={t.unlinkText}
          yes={t.unlink}
          onYes={() => unlink(asking)}
          onNo={() => ask(null)}
        />
      )}
    </Part>
  );
}
