// The package types its own loader only; it is used below that, with a memory of our size.
declare module 'argon2id/lib/argon2id.js' {
  import type { Argon2idParams } from 'argon2id';

  interface Engine {
    memory: WebAssembly.Memory;
    instance: WebAssembly.Instance;
  }
  // biome-ignore lint/style/noDefaultExport: how the package exports it
  export default function argon2id(params: Argon2idParams, engine: Engine): Uint8Array;
}
