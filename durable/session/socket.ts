import { SOCKET_PROTOCOL, SocketMessage, type SocketReply } from '../../workers/contract/sessions.ts';
import { storeAnswers } from './append.ts';
import { admitPaced, type Desk, overPace } from './desk.ts';
import type { Fault } from './rules.ts';

/** Header in which client.ts hands the secret's hash to the object. */
export const HASH_HEADER = 'x-secret-hash';
/** Selects our subprotocol, never the secret offered beside it. */
export const SOCKET_HEADERS = { 'sec-websocket-protocol': SOCKET_PROTOCOL };

const MAX_MESSAGE = 16 * 1024;
const MAX_SOCKETS = 8;

/** Takes up a hibernating socket for an admitted caller. Answers 101, or a JSON `Fault`. */
export function openSocket(desk: Desk, ctx: DurableObjectState, request: Request): Response {
  const admitted = admitPaced(desk, request.headers.get(HASH_HEADER) ?? '');
  if ('fault' in admitted) return Response.json(admitted.fault, { status: 400 });
  if (desk.sockets().length >= MAX_SOCKETS) {
    return Response.json({ code: 'rate_limited', retryAfter: 60 } satisfies Fault, { status: 400 });
  }
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  ctx.acceptWebSocket(server);
  return new Response(null, { status: 101, webSocket: client });
}

/** Answers one message of a socket: an acknowledgement once its answers are stored, or a problem. Never throws. */
export async function answerMessage(desk: Desk, message: string | ArrayBuffer): Promise<SocketReply> {
  const read = readMessage(message);
  if ('fault' in read) return { type: 'problem', ...read.fault };
  const over = overPace(desk);
  if (over) return { type: 'problem', code: over.code };
  const stored = await storeAnswers(desk, read.value.answers);
  if ('fault' in stored) return { type: 'problem', ...stored.fault };
  return { type: 'ack', seq: stored.value.seq };
}

function readMessage(message: string | ArrayBuffer): { value: SocketMessage } | { fault: Fault } {
  if (typeof message !== 'string') return { fault: { code: 'unsupported_media_type' } };
  // UTF-8 is at least as long as UTF-16 is in units, so this never lets more through.
  if (message.length > MAX_MESSAGE) return { fault: { code: 'body_too_large' } };
  let json: unknown;
  try {
    json = JSON.parse(message);
  } catch {
    return { fault: { code: 'malformed_json' } };
  }
  const parsed = SocketMessage.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  return { fault: { code: 'invalid_field', field: parsed.error.issues[0]?.path.join('.') || 'body' } };
}
