import { DurableObject } from 'cloudflare:workers';
import type {
  AnswerEntry,
  Appended,
  Completed,
  CompleteSession,
  SessionState,
} from '../../workers/contract/sessions.ts';
import { describeError, log } from '../../workers/lib/log.ts';
import { dueAlarms, setNamedAlarm } from './alarms.ts';
import { append } from './append.ts';
import { complete } from './complete.ts';
import { admit, admitPaced, type Desk, liveOf, type Reply, wipe } from './desk.ts';
import { expire } from './expire.ts';
import { hasSchema } from './migrations.ts';
import { drainOutbox, isSaved } from './outbox.ts';
import { answerMessage, openSocket } from './socket.ts';
import { type ResultState, SILENCE_MS, stateOf, type Transcript, transcriptOf } from './state.ts';
import { type AnswerRow, allAnswers, type Beginning, insertSession, type Live } from './store.ts';

/** One answering session. Callers go through client.ts; `secretHash` is SHA-256 of the session's secret. */
export class AnsweringSession extends DurableObject<Env> {
  readonly #desk: Desk;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#desk = {
      id: ctx.id.toString(),
      env,
      storage: ctx.storage,
      sockets: () => ctx.getWebSockets(),
      live: undefined,
      saving: null,
      pace: { since: 0, writes: 0 },
    };
  }

  /** Returns the Unix milliseconds at which it expires unless answered. A repeat by the same caller changes nothing. */
  begin(beginning: Beginning): number {
    const begun = liveOf(this.#desk);
    if (begun?.secretHash === beginning.secretHash) return begun.activeAt + SILENCE_MS;
    const now = Date.now();
    const { storage } = this.ctx;
    this.#desk.live = storage.transactionSync(() => {
      const live = insertSession(storage, beginning, now);
      setNamedAlarm(storage, 'expire', now + SILENCE_MS);
      return live;
    });
    return now + SILENCE_MS;
  }

  async append(secretHash: string, batch: AnswerEntry[]): Promise<Reply<Appended>> {
    return this.#admitted(admitPaced, secretHash, () => append(this.#desk, batch));
  }

  async complete(secretHash: string, input: CompleteSession): Promise<Reply<Completed>> {
    return this.#admitted(admitPaced, secretHash, () => complete(this.#desk, input));
  }

  async state(secretHash: string): Promise<Reply<SessionState>> {
    return this.#admitted(admitPaced, secretHash, async (live) => ({
      value: await stateOf(this.#desk, live),
    }));
  }

  async transcript(secretHash: string): Promise<Reply<Transcript>> {
    return this.#admitted(admit, secretHash, (live) => transcriptOf(this.#desk, live));
  }

  async remove(secretHash: string): Promise<Reply<null>> {
    return this.#admitted(admit, secretHash, async () => {
      await wipe(this.#desk);
      return { value: null };
    });
  }

  /** Removes without a secret: for a caller that has proved to own the profile made from it. */
  async destroy(): Promise<void> {
    if (hasSchema(this.ctx.storage.sql)) await wipe(this.#desk);
  }

  /** Whether the result made here for this address waits for D1 or is recorded there; null: none. Without a secret. */
  resultAt(slug: string): ResultState | null {
    if (liveOf(this.#desk)?.completion?.profile.slug !== slug) return null;
    return isSaved(this.#desk) ? 'recorded' : 'pending';
  }

  /** Every answer, for the owner's export; null when there is no session any more. As `destroy`, without a secret. */
  async answers(): Promise<AnswerRow[] | null> {
    return liveOf(this.#desk) ? allAnswers(this.ctx.storage) : null;
  }

  override async fetch(request: Request): Promise<Response> {
    return openSocket(this.#desk, this.ctx, request);
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    try {
      socket.send(JSON.stringify(await answerMessage(this.#desk, message)));
    } catch (error) {
      log('socket_error', describeError(error));
      socket.close(1011, 'internal');
    }
  }

  override async alarm(): Promise<void> {
    if (!liveOf(this.#desk)) return;
    for (const name of dueAlarms(this.ctx.storage, Date.now())) {
      await (name === 'expire' ? expire(this.#desk) : drainOutbox(this.#desk));
    }
  }

  async #admitted<T>(
    door: typeof admit,
    secretHash: string,
    use: (live: Live) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const admitted = door(this.#desk, secretHash);
    return 'fault' in admitted ? admitted : use(admitted.value);
  }
}
