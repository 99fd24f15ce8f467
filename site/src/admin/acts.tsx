import { useState } from 'preact/hooks';
import { rolesUnder } from '../../../workers/contract/access.ts';
import type { Account } from '../../../workers/contract/users.ts';
import { call } from '../account/api.ts';
import { useAct } from '../account/shell/act.ts';
import { FormDialog } from '../account/shell/dialog.tsx';
import { Field, Select } from '../account/shell/fields.tsx';
import { Button, Outcome, Part } from '../account/shell/ui.tsx';
import { fill } from '../layouts/fill.ts';
import { roles, tUsers as t } from './words.ts';

type Kind = 'suspend' | 'unsuspend' | 'role';

/** What is offered; the API decides. */
const mayAct = (me: Account, { id, role }: Account): boolean =>
  me.id !== id && rolesUnder(me.role).includes(role);

interface Props {
  user: Account;
  me: Account;
  onChanged: (user: Account) => void;
}

/** What the one who looks may do with an account. */
export function Acts({ user, me, onChanged }: Props) {
  const [asked, ask] = useState<Kind | null>(null);
  const act = useAct();
  const { permissions } = me;
  const kinds: Kind[] = [];
  if (mayAct(me, user)) {
    if (permissions.includes('users.suspend') && user.status === 'active') kinds.push('suspend');
    if (permissions.includes('users.suspend') && user.status === 'suspended') kinds.push('unsuspend');
    if (permissions.includes('users.role')) kinds.push('role');
  }
  const labels = { suspend: t.suspend, unsuspend: t.unsuspend, role: t.changeRole };
  const said = { suspend: t.suspended, unsuspend: t.unsuspended, role: t.roleChanged };
  const doIt = (kind: Kind, reason: string, role: string) => {
    ask(null);
    const body =
      kind === 'role' ? { role, reason } : { status: kind === 'suspend' ? 'suspended' : 'active', reason };
    void act.run(async () => {
      onChanged(await call<Account>('PUT', `/users/${user.id}/${kind === 'role' ? 'role' : 'status'}`, body));
      return said[kind];
    });
  };
  return (
    <Part title={t.act}>
      {kinds.length === 0 && <p>{t.nothing}</p>}
      <div class="flex flex-wrap gap-3">
        {kinds.map((kind) => (
          <Button
            key={kind}
            look={kind === 'suspend' ? 'danger' : 'line'}
            onClick={() => ask(kind)}
            busy={act.busy}
          >
            {labels[kind]}
          </Button>
        ))}
      </div>
      <Outcome {...{ act }} />
      {asked && <Why kind={asked} {...{ user }} yes={labels[asked]} onNo={() => ask(null)} onYes={doIt} />}
    </Part>
  );
}

interface WhyProps {
  kind: Kind;
  user: Account;
  yes: string;
  onNo: () => void;
  onYes: (kind: Kind, reason: string, role: string) => void;
}

/** Asks for the reason, which the audit keeps. */
function Why({ kind, user, yes, onNo, onYes }: WhyProps) {
  const name = user.name ?? user.email;
  const titles = { suspend: t.suspendTitle, unsuspend: t.unsuspendTitle, role: t.roleTitle };
  const texts = { suspend: t.suspendText, unsuspend: t.unsuspendText, role: t.roleText };
  const send = (values: FormData) =>
    onYes(kind, String(values.get('reason')).trim(), String(values.get('role') ?? ''));
  return (
    <FormDialog
      title={fill(titles[kind], { name })}
      text={texts[kind]}
      {...{ yes }}
      onClose={onNo}
      onSend={send}
    >
      {kind === 'role' && <Select label={t.newRole} name="role" options={roles} value={user.role} />}
      <Field
        label={t.reason}
        hint={t.reasonHint}
        name="reason"
        autocomplete="off"
        minLength={3}
        maxLength={300}
        pattern=".*\S.*\S.*\S.*"
        required
        autofocus
      />
    </FormDialog>
  );
}
