// node tools/run.mjs tools/argon2-memory.ts: writes the argon2id module with the memory it needs here instead of 65 MiB.
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from './lib/paths.ts';

export const SOURCE = at('node_modules/argon2id/dist/simd.wasm');
export const LOWERED = at('workers/auth/password/argon2id.wasm');

// The import `env.memory` with its least size, LEB128: 1040 pages of 64 KiB as published, 305 (19 MiB + 60 KiB) here.
const NAME = [...Buffer.from('\x03env\x06memory\x02\x01', 'latin1')];
const PUBLISHED = [0x90, 0x08];
const NEEDED = [0xb1, 0x02];

/** The module with a least memory of 305 pages; nothing else is changed. */
export function lowered(wasm: Uint8Array): Uint8Array {
  const at = Buffer.from(wasm).indexOf(Buffer.from([...NAME, ...PUBLISHED]));
  if (at < 0) throw new Error('the memory of argon2id is declared otherwise than it was');
  const changed = Uint8Array.from(wasm);
  changed.set(NEEDED, at + NAME.length);
  return changed;
}

if (import.meta.main) writeFileSync(LOWERED, lowered(readFileSync(SOURCE)));
