import { useState } from 'preact/hooks';
import type { Passkeys as Keys, Providers as Ways } from '../../../../workers/contract/auth.ts';
import type { Account } from '../../../../workers/contract/users.ts';
import { call, know } from '../api.ts';
import { Codes, RenewCodes } from './codes.tsx';
import { Email } from './email.tsx';
import type { PartProps } from './part.ts';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Providers } from './providers.tsx';
import { Totp } from './totp.tsx';

export interface SecurityData {
  keys: Keys['items'];
  providers: Ways['items'];
}

export function Security({ user: first, data }: { user: Account; data: SecurityData }) {
  const [user, setUser] = useState(first);
  const [codes, showCodes] = useState<string[] | null>(null);
  const changed = async () => {
    const now = await call<Account>('GET', '/users/me');
    know(now);
    setUser(now);
  };
  const props: PartProps = { user, changed, showCodes };
  return (
    <>
      <Password {...props} />
      <Email {...props} />
      <Totp {...props} />
      <Passkeys {...props} keys={data.keys} />
      <RenewCodes {...props} />
      <Providers {...props} providers={data.providers} />
      {codes && <Codes {...{ codes }} email={user.email} onKept={() => showCodes(null)} />}
    </>
  );
}
