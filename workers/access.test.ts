import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS, type Permission, permits, ROLES, type Role } from './contract/access.ts';
import { call } from './testing/api.ts';
import { type Keeper, makeKeeper, pathIds, recordOf } from './testing/belongings.ts';
import { fitting } from './testing/hostile.ts';
import { keepInside } from './testing/keep-inside.ts';
import { type Operation, readOperations } from './testing/operations.ts';
import { makePerson } from './testing/people.ts';

const operations = await readOperations();

beforeAll(keepInside);

/** Open to everybody, each put here by hand: what is missing fails. A new one is a decision, not an accident. */
const PUBLIC = [
  ...['beginSession', 'getSession', 'deleteSession', 'appendAnswers', 'openSocket', 'completeSession'],
  ...['listAssessments', 'getAssessment', 'getQuestions', 'getTally', 'getScience', 'getParameters'],
  ...[
    'createProfile',
    'getProfile',
    'updateProfile',
    'deleteProfile',
    'shareProfile',
    'revokeShare',
    'getPdf',
  ],
  ...['getCard', 'recordEvents'],
  ...['refresh', 'logout', 'jwks', 'register', 'verifyEmail', 'resendCode', 'login', 'loginMfa'],
  ...['forgotPassword', 'resetPassword', 'magicLink', 'confirmMagicLink'],
  ...['beginPasskeyLogin', 'loginByPasskey', 'listProviders', 'beginOAuth', 'finishOAuth', 'oauthSignUp'],
];

/** Refused for who asks, not for what is asked. */
const REFUSALS = ['token_required', 'token_invalid', 'not_allowed', 'account_suspended', 'account_deleted'];

interface Seen {
  status: number;
  code: string | null;
}

/** Parameters of the path that name a thing of a person, and can name another's. */
const naming = ({ path, parameters }: Operation) =>
  parameters.filter(
    (one) => one.in === 'path' && one.schema.const === undefined && !path.includes('/assessments/'),
  );

function addressOf(one: Operation, keeper: Keeper): string {
  const ids = pathIds(one, keeper);
  return one.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
}

/** Asks with a body the schema accepts, until `enough` of the answer: a schema does not tell all that is refused. */
async function ask(
  one: Operation,
  whose: Keeper,
  token: string | null,
  enough = (seen: Seen) => seen.status !== 422,
): Promise<Seen> {
  const address = addressOf(one, whose);
  const bodies = one.body ? fc.sample(fitting(one.body), { numRuns: 40, seed: 7 }) : [undefined];
  let seen: Seen = { status: 0, code: null };
  for (const body of bodies) {
    const response = await call(one.method, address, { ...(token && { secret: token }), body });
    const problem = response.headers.get('content-type') === 'application/problem+json';
    seen = { status: response.status, code: problem ? (await response.json<{ code: string }>()).code : null };
    if (!problem) await response.body?.cancel();
    if (enough(seen)) break;
  }
  return seen;
}

const audited = (actor: string, subject?: string) =>
  env.DB.prepare('SELECT count(*) AS n FROM audit WHERE actor = ?1 AND (?2 IS NULL OR subject = ?2)')
    .bind(actor, subject ?? null)
    .first<number>('n');

const own = operations.filter(({ access }) => access === 'user' || access === 'restorer');
const privileged = operations.filter(({ access }) => access in PERMISSIONS);
const open = operations.filter(({ access }) => access === 'public');
const roles = ROLES.filter((role) => role !== 'taker');

test('who has which permission is decided here as well as in the map', () => {
  expect(PERMISSIONS).toEqual({
    'users.find': ['support', 'admin'],
    'users.read': ['support', 'admin'],
    'users.suspend': ['support', 'admin'],
    'users.role': ['admin'],
    'audit.read': ['admin'],
  });
});

test('every operation says who may, and the public ones are those listed here', () => {
  expect(own.length + privileged.length + open.length).toBe(operations.length);
  expect(open.map(({ id }) => id).sort()).toEqual([...PUBLIC].sort());
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
});

describe('Access: what is for everybody asks nobody for an account', () => {
  test.each(open)('$id', async ({ ...one }) => {
    const keeper = await makeKeeper();
    const { code } = await ask(one, keeper, null);
    expect(REFUSALS).not.toContain(code);
    if (one.security.length > 0) expect(code).toBe('secret_required');
  });

  // The same operations take the owner's access token: of these, strangers of every role see nothing.
  test.each(open.filter(({ security }) => security.includes('account')))(
    '$id of an account’s own result',
    async ({ ...one }) => {
      for (const role of ROLES) {
        const [keeper, stranger] = await Promise.all([makeKeeper(), makePerson({ role })]);
        const before = await recordOf(keeper.id);
        expect(await ask(one, keeper, stranger.token)).toEqual({ status: 404, code: 'profile_not_found' });
        expect(await recordOf(keeper.id)).toBe(before);
      }
      const keeper = await makeKeeper();
      expect((await ask(one, keeper, keeper.token)).status).toBeLessThan(300);
    },
  );
});

describe('Access: nobody, suspended and deleted accounts', () => {
  test.each([...own, ...privileged])('$id', async ({ ...one }) => {
    const keeper = await makeKeeper();
    const before = await recordOf(keeper.id);
    expect(await ask(one, keeper, null)).toEqual({ status: 401, code: 'token_required' });
    expect(await ask(one, keeper, 'eyJ.e30.AAAA')).toEqual({ status: 401, code: 'token_invalid' });
    const [suspended, deleted] = await Promise.all([
      makePerson({ role: 'admin', status: 'suspended' }),
      makePerson({ role: 'admin', status: 'deleted', deleteAfter: Date.now() + 60_000 }),
    ]);
    expect(await ask(one, keeper, suspended.token)).toEqual({ status: 403, code: 'account_suspended' });
    const { code } = await ask(one, keeper, deleted.token);
    if (one.access === 'restorer') expect(REFUSALS).not.toContain(code);
    else expect(code).toBe('account_deleted');
    expect(await recordOf(keeper.id)).toBe(before);
  });
});

describe('Access: what is one’s own is for its owner', () => {
  test.each(own)('$id', async ({ ...one }) => {
    const owner = await makeKeeper();
    expect(REFUSALS).not.toContain((await ask(one, owner, owner.token)).code);
    for (const role of ['taker', ...roles] as const) {
      const [keeper, stranger] = await Promise.all([makeKeeper(), makePerson({ role })]);
      const before = await recordOf(keeper.id);
      const { status, code } = await ask(one, keeper, stranger.token);
      expect(await recordOf(keeper.id)).toBe(before);
      if (naming(one).length === 0) expect(REFUSALS).not.toContain(code);
      else if (status < 300) {
        // Reading with a permission, which is written down.
        expect([role, one.method, permits(role, 'users.read')]).toEqual([role, 'GET', true]);
        expect(await audited(stranger.id, keeper.id)).toBe(1);
      } else expect([role, status]).toEqual([role, 404]);
    }
  });
});

describe('Access: what needs a permission is for the roles that have it', () => {
  const cases = privileged.flatMap((one) => ROLES.map((role) => [one.id, role, one] as const));
  test.each(cases)('%s, %s', async (_, role: Role, one) => {
    const [keeper, actor] = await Promise.all([makeKeeper(), makePerson({ role })]);
    const before = await recordOf(keeper.id);
    const seen = await ask(one, keeper, actor.token);
    if (permits(role, one.access as Permission)) {
      expect([401, 403]).not.toContain(seen.status);
    } else {
      expect(seen).toEqual({ status: 403, code: 'not_allowed' });
      expect(await recordOf(keeper.id)).toBe(before);
      expect(await audited(actor.id)).toBe(0);
    }
  });

  test.each(privileged)('$id leaves an audit row when it is done', async ({ ...one }) => {
    const [keeper, admin] = await Promise.all([makeKeeper(), makePerson({ role: 'admin' })]);
    expect((await ask(one, keeper, admin.token, ({ status }) => status < 300)).status).toBeLessThan(300);
    const subject = naming(one).length > 0 ? keeper.id : undefined;
    expect(await audited(admin.id, subject)).toBeGreaterThan(0);
  });
});
