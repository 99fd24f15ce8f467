import { beforeEach, describe, expect, test, vi } from 'vitest';
import { attempt, run } from '../lib/run.ts';
import { ensureResources, secretNames, whoami } from './account.ts';
import { configWithIds, resources, senderGap } from './resources.ts';

vi.mock('../lib/run.ts', () => ({ attempt: vi.fn(), run: vi.fn() }));
vi.spyOn(console, 'log').mockImplementation(() => {});

/** An account that remembers what was created in it, behind wrangler's commands and refusals. */
function account() {
  const databases: string[] = [];
  const namespaces: string[] = [];
  const others = new Set<string>();
  const created: string[] = [];
  const outcome = (code: number, stdout: string) => Promise.resolve({ code, stdout, output: stdout });
  const answer = (args: string[]) => {
    const name = args.at(-1) ?? '';
    const command = args.filter((word) => word !== name).join(' ');
    if (command === 'd1 list')
      return outcome(
        0,
        `A notice\n${JSON.stringify(databases.map((one) => ({ name: one, uuid: `id-${one}` })))}`,
      );
    if (command === 'kv namespace')
      return outcome(0, JSON.stringify(namespaces.map((one) => ({ title: one, id: `id-${one}` }))));
    if (command.startsWith('d1 create')) databases.push(name);
    else if (command.startsWith('kv namespace create')) namespaces.push(name);
    else if (others.has(`${command} ${name}`))
      return outcome(1, `Queue name '${name}' is already taken. Please use a different name`);
    else others.add(`${command} ${name}`);
    created.push(name);
    return outcome(0, '');
  };
  vi.mocked(run).mockImplementation((_, args) => answer(args));
  vi.mocked(attempt).mockImplementation((_, args) => answer(args));
  return { created };
}

beforeEach(() => vi.resetAllMocks());

describe('an empty account', () => {
  test.each(['staging', 'production'] as const)('gets everything %s names, once', async (env) => {
    const { created } = account();
    const wanted = resources(env);
    const ids = await ensureResources(wanted);
    expect(created.toSorted()).toEqual(
      [
        wanted.database,
        ...wanted.namespaces.map(({ title }) => title),
        ...wanted.buckets,
        ...wanted.queues,
        wanted.project,
      ].toSorted(),
    );
    created.length = 0;
    expect(await ensureResources(wanted)).toEqual(ids);
    expect(created).toEqual([]);
  });

  test('a refusal that is no "already there" stops the deployment with its words', async () => {
    account();
    vi.mocked(attempt).mockResolvedValue({
      code: 1,
      stdout: '',
      output: 'You need to enable R2 [code: 10042]',
    });
    await expect(ensureResources(resources('staging'))).rejects.toThrow(/enable R2/);
  });
});

describe('the configuration of an account', () => {
  test.each(['staging', 'production'] as const)(
    '%s has real ids everywhere and absolute paths',
    async (env) => {
      account();
      const wanted = resources(env);
      const config = configWithIds(env, wanted, await ensureResources(wanted));
      expect(JSON.stringify(config.env?.[env])).not.toMatch(/0{8}/);
      expect(config.env?.[env]?.d1_databases?.[0]?.database_id).toBe(`id-${wanted.database}`);
      expect(config.main).toMatch(/^\/.*workers\/index\.ts$/);
    },
  );

  test('a missing id is an error, never a zero', () => {
    expect(() => configWithIds('staging', resources('staging'), { databases: {}, namespaces: {} })).toThrow(
      /no D1 database/,
    );
  });

  test('each environment has resources of its own and every live queue a dead-letter queue', () => {
    const [staging, production] = [resources('staging'), resources('production')];
    for (const name of [staging.database, staging.worker, ...staging.buckets, ...staging.queues]) {
      expect([
        production.database,
        production.worker,
        ...production.buckets,
        ...production.queues,
      ]).not.toContain(name);
    }
    expect(staging.queues.filter((name) => name.includes('dead'))).toHaveLength(staging.queues.length / 2);
  });
});

test('a sender that is still the placeholder is said with where to set it', () => {
  for (const sender of ['Teto-Egen <hello@teto-egen.example>', 'hello@teto-egen.example']) {
    expect(senderGap('production', sender)).toMatch(
      /MAIL_FROM of \[env\.production\.vars\].*docs\/deploy\.md/,
    );
  }
  expect(senderGap('production', 'Teto-Egen <hello@example.com>')).toBeNull();
  expect(resources('production').sender).toContain('@');
});

test('nobody logged in is said with the way to log in', async () => {
  vi.mocked(attempt).mockResolvedValue({ code: 1, stdout: '', output: 'Not logged in' });
  await expect(whoami()).rejects.toThrow(/wrangler login/);
});

test('a Worker that is not there yet has no secrets', async () => {
  vi.mocked(attempt).mockResolvedValue({ code: 1, stdout: '', output: 'not found' });
  expect(await secretNames('wrangler.json', 'staging')).toEqual(new Set());
  vi.mocked(attempt).mockResolvedValue({ code: 0, stdout: 'note\n[{"name":"A"}]', output: '' });
  expect(await secretNames('wrangler.json', 'staging')).toEqual(new Set(['A']));
});
