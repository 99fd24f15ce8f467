import type {
  Appended,
  Begun,
  Completed,
  SessionState,
  SocketReply,
} from '../../workers/contract/sessions.ts';
import type { Answer, Call, client } from './http.ts';
import type { Plan } from './plan.ts';

type Send = ReturnType<typeof client>['send'];

/** What a taker knows: a browser keeps the same. */
export interface Taker {
  plan: Plan;
  /** The address it comes from. */
  address: string;
  session: Begun | null;
  /** Everything up to this number is acknowledged. */
  acked: number;
  completed: Completed | null;
}

export const newTaker = (plan: Plan, index: number): Taker => ({
  plan,
  address: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
  session: null,
  acked: 0,
  completed: null,
});

/** Thrown when the API refuses what it must accept. Anything else that is thrown is a broken connection. */
export class Refused extends Error {}

/**
 * Repeats a step until the server has answered it, as the page's outbox does. A refusal is passed on; a broken
 * connection is told to `broken` and tried again.
 */
export async function insist<T>(step: () => Promise<T>, broken: () => void): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (error instanceof Refused) throw error;
      broken();
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    }
  }
}

/** The steps of a taker over one connection kind, each noting how long it took. */
export function steps(send: Send, url: string, note: (kind: string, ms: number) => void) {
  const api = `${url}/api/v1`;
  async function call<T>(kind: string, path: string, request: Call): Promise<T> {
    const answer: Answer<T> = await send<T>(api + path, { method: 'POST', ...request });
    if (answer.status >= 300) throw new Refused(`${kind}: ${answer.status} ${JSON.stringify(answer.body)}`);
    note(kind, answer.ms);
    return answer.body;
  }
  const owned = ({ session, address }: Taker) => ({ secret: session?.secret ?? '', address });
  return {
    async begin(taker: Taker): Promise<Begun> {
      const { seed, language, mode } = taker.plan;
      const body = { seed, language, mode };
      const session = await call<Begun>('begin', '/assessments/teto-egen/sessions', {
        ...{ body, address: taker.address },
      });
      taker.session = session;
      return session;
    },
    async append(taker: Taker, size: number): Promise<void> {
      const answers = taker.plan.answers.slice(taker.acked, taker.acked + size);
      const path = `/sessions/${taker.session?.id}/answers`;
      const { seq } = await call<Appended>('answers', path, { ...owned(taker), body: { answers } });
      if (seq !== taker.acked + answers.length) throw new Refused(`acknowledged ${seq}`);
      taker.acked = seq;
    },
    async complete(taker: Taker): Promise<Completed> {
      const completed = await call<Completed>('complete', `/sessions/${taker.session?.id}/complete`, {
        ...{ ...owned(taker), body: {} },
      });
      taker.completed = completed;
      return completed;
    },
    state: (taker: Taker): Promise<SessionState> =>
      call<SessionState>('state', `/sessions/${taker.session?.id}`, { ...owned(taker), method: 'GET' }),
  };
}

/** Says what is wrong with what the server holds for this taker; null when every acknowledged answer is there. */
export function differs(taker: Taker, state: SessionState): string | null {
  const { plan, acked, completed } = taker;
  if (state.seq < acked) return `${acked - state.seq} acknowledged answers lost`;
  const stored = plan.answers.slice(0, state.seq).map(({ seq: _, ...answer }) => answer);
  if (JSON.stringify(state.answers) !== JSON.stringify(stored)) return 'other answers than those sent';
  if (completed && state.profile?.id !== completed.profile.id) return 'another result than the one given';
  return null;
}

/** A taker's socket: sends answers and resolves at the acknowledgement. */
export async function openSocket(url: string, { session }: Taker) {
  if (!session) throw new Error('no session');
  const address = `${url.replace('http', 'ws')}/api/v1/sessions/${session.id}/socket`;
  const socket = new WebSocket(address, ['teto-egen.v1', session.secret]);
  let settle: { resolve: (reply: SocketReply) => void; reject: (error: Error) => void } | null = null;
  socket.addEventListener('message', ({ data }) => settle?.resolve(JSON.parse(String(data))));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('socket failed')));
  });
  socket.addEventListener('close', () => settle?.reject(new Error('socket closed')));
  return {
    async append(taker: Taker, size: number): Promise<void> {
      const answers = taker.plan.answers.slice(taker.acked, taker.acked + size);
      const reply = await new Promise<SocketReply>((resolve, reject) => {
        settle = { resolve, reject };
        socket.send(JSON.stringify({ type: 'answers', answers }));
      });
      if (reply.type !== 'ack') throw new Refused(`socket: ${JSON.stringify(reply)}`);
      if (reply.seq !== taker.acked + answers.length) throw new Refused(`acknowledged ${reply.seq}`);
      taker.acked = reply.seq;
    },
    close: () => socket.close(),
  };
}
