import { useState } from 'preact/hooks';
import type { Passkeys as Kept, Passkey } from '../../../../workers/contract/auth.ts';
import { fill } from '../../layouts/fill.ts';
import { call } from '../api.ts';
import { type Act, useAct } from '../shell/act.ts';
import { Confirm, FormDialog } from '../shell/dialog.tsx';
import { Field } from '../shell/fields.tsx';
import { day } from '../shell/page.ts';
import { Button, Outcome, Part } from '../shell/ui.tsx';
import type { PartProps } from './part.ts';
import { t as all } from './words.ts';

const { passkeys: t } = all;

type Asked = { kind: 'add' } | { kind: 'rename' | 'remove'; key: Passkey };

const supported = typeof PublicKeyCredential === 'function';

/** The account's passkeys: make one, name it, take it away. */
export function Passkeys({ user, changed, showCodes, keys }: PartProps & { keys: Passkey[] }) {
  const [all, setAll] = useState(keys);
  const [asked, ask] = useState<Asked | null>(null);
  const act = useAct();
  const again = async () => {
    setAll((await call<Kept>('GET', '/auth/passkeys')).items);
    await changed();
  };
  const add = (name: string) =>
    act.run(async () => {
      const { makePasskey } = await import('./make-passkey.ts');
      const made = await makePasskey(name);
      if (typeof made === 'string') return t[made];
      await again();
      if (made.recoveryCodes?.length) showCodes(made.recoveryCodes);
      return t.added;
    });
  const rename = ({ id }: Passkey, name: string) =>
    act.run(async () => {
      await call('PUT', `/auth/passkeys/${id}`, { name });
      await again();
      return t.renamed;
    });
  const remove = ({ id }: Passkey) =>
    act.run(async () => {
      await call('DELETE', `/auth/passkeys/${id}`);
      await again();
      return t.removed;
    });
  const close = () => ask(null);
  return (
    <Part title={t.title} text={t.text}>
      {all.length > 0 && (
        <ul class="mb-5 max-w-[44rem] border-t border-line">
          {all.map((key) => (
            <Row key={key.id} of={key} {...{ act, ask }} />
          ))}
        </ul>
      )}
      {all.length === 0 && <p class="mb-4">{t.none}</p>}
      {supported ? (
        <Button
          look={user.mfa.passkeys > 0 ? 'line' : 'solid'}
          onClick={() => ask({ kind: 'add' })}
          busy={act.busy}
        >
          {t.add}
        </Button>
      ) : (
        <p>{t.unsupported}</p>
      )}
      <Outcome {...{ act }} />
      {asked?.kind === 'add' && (
        <Naming
          title={t.add}
          yes={t.create}
          value={t.nameDefault}
          onClose={close}
          onName={(name) => void add(name)}
        />
      )}
      {asked?.kind === 'rename' && (
        <Naming
          title={t.rename}
          yes={t.rename}
          value={asked.key.name}
          onClose={close}
          onName={(name) => void rename(asked.key, name)}
        />
      )}
      {asked?.kind === 'remove' && (
        <Confirm
          title={t.removeTitle}
          text={fill(t.removeText, { name: asked.key.name })}
          yes={t.remove}
          onNo={close}
          onYes={() => {
            close();
            void remove(asked.key);
          }}
        />
      )}
    </Part>
  );
}

function Row({ of, act, ask }: { of: Passkey; act: Act; ask: (asked: Asked) => void }) {
  const { name, createdAt, lastUsedAt, synced } = of;
  const facts = [
    fill(t.created, { date: day(createdAt) }),
    lastUsedAt ? fill(t.used, { date: day(lastUsedAt) }) : t.unused,
    synced && t.synced,
  ];
  return (
    <li class="flex flex-col gap-3 border-b border-line py-4 md:flex-row md:items-center md:justify-between">
      <div>
        <h3 class="font-device text-lg">{name}</h3>
        <p class="text-sm text-soft">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div class="flex shrink-0 gap-3">
        {(['rename', 'remove'] as const).map((kind) => (
          <Button
            key={kind}
            look="line"
            aria-label={fill(t[`${kind}Named`], { name })}
            busy={act.busy}
            onClick={() => ask({ kind, key: of })}
          >
            {t[kind]}
          </Button>
        ))}
      </div>
    </li>
  );
}

interface NamingProps {
  title: string;
  yes: string;
  value: string;
  onClose: () => void;
  onName: (name: string) => void;
}

function Naming({ title, yes, value, onClose, onName }: NamingProps) {
  const send = (values: FormData) => {
    const name = String(values.get('name')).trim();
    if (!name) return;
    onClose();
    onName(name);
  };
  return (
    <FormDialog {...{ title, yes, onClose }} onSend={send}>
      <Field
        label={t.name}
        hint={t.nameHint}
        name="name"
        autocomplete="off"
        maxLength={60}
        defaultValue={value}
        required
        autofocus
      />
    </FormDialog>
  );
}
