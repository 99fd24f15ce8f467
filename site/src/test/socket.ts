import type { AnswerEntry, SocketReply } from '../../../workers/contract/sessions.ts';
import { Refused } from './api.ts';

const PATIENCE_MS = 8000;

export interface AnswerSocket {
  readonly open: boolean;
  /** Sends a batch and waits for its acknowledgement: the last `seq` stored. Throws Refused. */
  send(answers: AnswerEntry[]): Promise<number>;
  close(): void;
}

/** Opens the session's socket. Throws Refused 'network' when it does not open. One batch at a time. */
export function openSocket(remote: { id: string; secret: string }): Promise<AnswerSocket> {
  const address = new URL(`/api/v1/sessions/${remote.id}/socket`, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, ['teto-egen.v1', remote.secret]);
    let waiting: { resolve: (seq: number) => void; reject: (why: Refused) => void } | null = null;
    const fail = (why = new Refused('network')) => {
      reject(why);
      waiting?.reject(why);
      waiting = null;
    };
    const timer = setTimeout(() => socket.close(), PATIENCE_MS);
    socket.onclose = () => {
      clearTimeout(timer);
      fail();
    };
    socket.onmessage = ({ data }) => {
      const reply = JSON.parse(String(data)) as SocketReply;
      const asked = waiting;
      waiting = null;
      if (reply.type === 'ack') asked?.resolve(reply.seq);
      else asked?.reject(new Refused(reply.code as Refused['code'], reply.expected));
    };
    socket.onopen = () => {
      clearTimeout(timer);
      resolve({
        get open() {
          return socket.readyState === WebSocket.OPEN;
        },
        send: (answers) =>
          new Promise((done, refuse) => {
            const late = setTimeout(() => socket.close(), PATIENCE_MS);
            waiting = {
              resolve: (seq) => {
                clearTimeout(late);
                done(seq);
              },
              reject: (why) => {
                clearTimeout(late);
                refuse(why);
              },
            };
            socket.send(JSON.stringify({ type: 'answers', answers }));
          }),
        close: () => socket.close(),
      });
    };
  });
}
