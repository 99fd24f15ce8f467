import compute from 'argon2id/lib/argon2id.js';
import module from './argon2id.wasm';

/** Memory in KiB, passes, lanes, and the bytes of salt and hash. */
export interface Cost {
  memory: number;
  passes: number;
  lanes: number;
}

const LEAST_BYTES = 8;
const PAGE_KIB = 64;
const PAGES = 305;

let engine: { memory: WebAssembly.Memory; instance: WebAssembly.Instance } | undefined;

// One memory an isolate, kept: it computes without a pause, so calls stand in line by themselves. The module is the
// package's own with a least memory of 19 MiB (tools/argon2-memory.ts), as an isolate has 128 MiB for everything.
function start() {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: 65_536 });
  return { memory, instance: new WebAssembly.Instance(module, { env: { memory } }) };
}

/** Argon2id (RFC 9106, version 1.3) of some bytes. `password` needs 8 bytes or more. */
export function argon2id(password: Uint8Array, salt: Uint8Array, cost: Cost, tagLength: number): Uint8Array {
  if (password.length < LEAST_BYTES) throw new RangeError('too few bytes');
  engine ??= start();
  const { memory: memorySize, passes, lanes: parallelism } = cost;
  const tag = compute({ password, salt, memorySize, passes, parallelism, tagLength }, engine);
  // A hash of another cost may have made it grow for good.
  if (engine.memory.buffer.byteLength > PAGES * PAGE_KIB * 1024) engine = undefined;
  return tag;
}
