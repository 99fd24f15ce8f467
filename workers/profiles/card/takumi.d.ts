// The package types this file as its raw exports; the bundler delivers the compiled module.
declare module '@takumi-rs/wasm/takumi_wasm_bg.wasm' {
  const module: WebAssembly.Module;
  // biome-ignore lint/style/noDefaultExport: how a compiled module arrives
  export default module;
}
