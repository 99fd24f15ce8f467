import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import { backgroundContext } from '../context.ts';
import { consumeMail } from './mail.ts';
import type { MailMessage } from './messages.ts';

const message = (id: string): MailMessage => ({
  id,
  to: `${id}@example.com`,
  language: 'ko',
  mail: { template: 'verify', code: '123456' },
});

/** Hands messages to the consumer, with a provider of the test's own. */
async function deliver(bodies: unknown[], send: (mail: { to: string }) => Promise<unknown>) {
  const batch = createMessageBatch(
    'teto-egen-mail',
    bodies.map((body) => ({ id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body })),
  );
  const execution = createExecutionContext();
  const ctx = { ...backgroundContext(env, execution), env: { ...env, EMAIL: { send } } as unknown as Env };
  await consumeMail(ctx, batch as MessageBatch<MailMessage>);
  return getQueueResult(batch, execution);
}

afterEach(() => vi.useRealTimers());

test('a mail delivered twice, even at once, is sent once', async () => {
  const send = vi.fn(async () => ({ messageId: 'x' }));
  const both = await Promise.all([deliver([message('a')], send), deliver([message('a')], send)]);
  await deliver([message('a'), message('a')], send);
  expect(send).toHaveBeenCalledTimes(1);
  expect(send).toHaveBeenCalledWith(
    expect.objectContaining({
      to: 'a@example.com',
      from: env.MAIL_FROM,
      subject: expect.stringContaining('123456'),
    }),
  );
  expect(both.flatMap(({ explicitAcks }) => explicitAcks).length).toBeGreaterThan(0);
});

test('a provider that fails gets the mail again; nobody else waits for it', async () => {
  const send = vi.fn(async ({ to }: { to: string }) => {
    if (to.startsWith('b')) throw new Error('mailbox on fire');
  });
  const first = await deliver([message('b'), message('c')], send);
  expect([first.explicitAcks.length, first.retryMessages.length]).toEqual([1, 1]);
  const again = vi.fn(async () => undefined);
  await deliver([message('b'), message('c')], again);
  expect(again).toHaveBeenCalledTimes(1);
});

test('a provider that never answers is given up in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const done = deliver([message('d')], () => new Promise(() => undefined));
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  await vi.advanceTimersByTimeAsync(15_001);
  expect((await done).retryMessages).toHaveLength(1);
});

test('a delivery that died half-way is taken up after a minute', async () => {
  const stuck = (age: number) =>
    env.DB.prepare("INSERT OR REPLACE INTO sent_mail VALUES ('e', 'sending', ?)")
      .bind(Date.now() - age)
      .run();
  const send = vi.fn(async () => undefined);
  await stuck(30_000);
  expect((await deliver([message('e')], send)).retryMessages).toHaveLength(1);
  await stuck(61_000);
  expect((await deliver([message('e')], send)).explicitAcks).toHaveLength(1);
  expect(send).toHaveBeenCalledTimes(1);
});

test('poison is retried, so that it reaches the dead letters, and logs name no reader', async () => {
  const lines: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(String(line)));
  const result = await deliver([{ nonsense: true }, message('f')], async () => {
    throw new Error('down');
  });
  spy.mockRestore();
  expect(result.retryMessages).toHaveLength(2);
  expect(lines.join('\n')).not.toContain('f@example.com');
});

test('the local binding takes what we send', async () => {
  const execution = createExecutionContext();
  const batch = createMessageBatch('teto-egen-mail', [
    { id: '1', timestamp: new Date(), attempts: 1, body: message('real') },
  ]);
  await consumeMail(backgroundContext(env, execution), batch as MessageBatch<MailMessage>);
  expect((await getQueueResult(batch, execution)).explicitAcks).toHaveLength(1);
});
