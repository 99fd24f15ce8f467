import type { DisplayGender } from '../../../workers/contract/common.ts';
import type { Appended, Begun, Completed } from '../../../workers/contract/sessions.ts';
import { call, Refused } from './api.ts';
import { type TestSession, unsent } from './session.ts';
import { type AnswerSocket, openSocket } from './socket.ts';

const BATCH = 50;
const MENDS = 3;
const FIRST_WAIT_MS = 500;
const FIRST_LOOK_MS = 2000;
const LONGEST_WAIT_MS = 30_000;

export interface Host {
  session(): TestSession;
  /** Keeps a changed session (in place or another object). */
  keep(session: TestSession): void;
  /** 'waiting': the server does not answer; 'ok': it does again. */
  state(state: 'ok' | 'waiting'): void;
  /** The server no longer knows this version of the test. */
  retired(): void;
}

export interface Sync {
  /** There may be something to send. */
  poke(): void;
  /**
   * Sends what is left, completes, and retries until the result's record is stored. Until then `onPending` gets the
   * result each time the server has it but its database has not.
   */
  complete(gender: DisplayGender, onPending: (result: Completed) => Promise<void>): Promise<Completed>;
  /** Gives up waiting and tries at once. */
  hurry(): void;
  /** Deletes a session on the server that was replaced. */
  forget(remote: { id: string; secret: string }): void;
  stop(): void;
}

/** Carries the answers to the server: socket first, HTTP when that fails; what is acknowledged is never sent again. */
export function createSync(host: Host): Sync {
  let socket: AnswerSocket | null = null;
  let socketFor = '';
  let noSocketUntil = 0;
  let running: Promise<void> | null = null;
  // Both counts go back to none only when an answer is stored: a session begun in vain is no progress.
  let failures = 0;
  let mends = 0;
  let stopped = false;
  let wake = () => {};

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function begin(): Promise<void> {
    const { assessment, language, mode, version, seed, continues } = host.session();
    const body = { language, mode, version, seed, ...(continues ? { continues } : {}) };
    const begun = await call<Begun>('POST', `/assessments/${assessment}/sessions`, body);
    const session = host.session();
    session.remote = { id: begun.id, secret: begun.secret };
    session.acked = begun.seq;
    host.keep(session);
  }

  async function connection(remote: { id: string; secret: string }): Promise<AnswerSocket | null> {
    if (socket?.open && socketFor === remote.id) return socket;
    socket?.close();
    socket = null;
    if (Date.now() < noSocketUntil) return null;
    try {
      socket = await openSocket(remote);
      socketFor = remote.id;
    } catch {
      noSocketUntil = Date.now() + LONGEST_WAIT_MS;
    }
    return socket;
  }

  /** One step towards "all stored". True when nothing is left. */
  async function step(): Promise<boolean> {
    const before = host.session();
    if (before.log.length === 0) return true;
    if (!before.remote) {
      await begin();
      return false;
    }
    const { remote } = before;
    const answers = before.log.slice(before.acked, before.acked + BATCH);
    if (!answers.length) return true;
    const line = await connection(remote);
    const seq = line
      ? await line.send(answers)
      : (await call<Appended>('POST', `/sessions/${remote.id}/answers`, { answers }, remote.secret)).seq;
    const session = host.session();
    if (session.remote?.id === remote.id && seq > session.acked) {
      session.acked = seq;
      failures = 0;
      mends = 0;
      host.keep(session);
    }
    return session.acked >= session.log.length;
  }

  /** Puts right what the server objected to. False: nothing to do but wait. */
  function mend({ code, expected }: Refused): boolean {
    const session = host.session();
    switch (code) {
      case 'session_not_found':
      case 'session_not_completed':
      case 'secret_wrong':
      case 'secret_required':
      case 'seq_conflict':
        // Its result was deleted meanwhile: sending the answers again would bring it back.
        if (session.completed) return false;
        host.keep(unsent(session));
        return true;
      case 'seq_gap':
        session.acked = Math.max(0, (expected ?? 1) - 1);
        host.keep(session);
        return true;
      case 'session_completed':
        session.acked = session.log.length;
        host.keep(session);
        return true;
      case 'version_not_found':
      case 'assessment_not_found':
      case 'unknown_item':
      case 'category_out_of_range':
        stopped = true;
        host.retired();
        return true;
      default:
        return false;
    }
  }

  async function persist(action: () => Promise<boolean>): Promise<void> {
    while (!stopped) {
      try {
        const finished = await action();
        host.state('ok');
        if (finished) return;
      } catch (error) {
        const refused = error instanceof Refused ? error : new Refused('network');
        // A mend that does not help must not spin.
        if (mend(refused) && mends++ < MENDS) continue;
        failures++;
        if (failures > 1 || !navigator.onLine) host.state('waiting');
        const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 8));
        await rest(Math.max(refused.wait, wait * (0.5 + Math.random() / 2)));
      }
    }
  }

  function flush(): Promise<void> {
    running ??= persist(step).finally(() => {
      running = null;
    });
    return running;
  }

  const hurry = () => {
    noSocketUntil = 0;
    wake();
    flush();
  };
  const back = () => {
    if (document.visibilityState === 'visible') hurry();
  };
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', back);

  return {
    poke: () => void flush(),
    hurry,
    forget: ({ id, secret }) => void call('DELETE', `/sessions/${id}`, undefined, secret).catch(() => {}),
    async complete(gender, onPending) {
      let done: Completed | undefined;
      let looks = 0;
      while (!done && !stopped) {
        await flush();
        await persist(async () => {
          const { remote, acked, log } = host.session();
          if (!remote || acked < log.length) return true;
          const answer = await call<Completed>(
            'POST',
            `/sessions/${remote.id}/complete`,
            { displayGender: gender },
            remote.secret,
          );
          if (answer.saved) {
            done = answer;
            return true;
          }
          await onPending(answer);
          await rest(Math.min(LONGEST_WAIT_MS, FIRST_LOOK_MS * 2 ** looks++));
          return false;
        });
      }
      if (!done) throw new Refused('version_not_found');
      return done;
    },
    stop() {
      stopped = true;
      socket?.close();
      removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', back);
      wake();
    },
  };
}
