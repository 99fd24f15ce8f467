// node bench/card.ts [folder]: CPU of one uncached card in workerd, beside a bare response. With a folder it keeps the PNGs.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { sampleCards } from '../workers/profiles/card/testing.ts';

const entry = `
import { renderCard } from './workers/profiles/card/index.ts';
export default {
  async fetch(request) {
    if (request.method === 'GET') return new Response('hello');
    return new Response(await renderCard(await request.json()));
  },
};`;

interface Module {
  type: 'ESModule' | 'CompiledWasm' | 'Data';
  path: string;
  contents: string | Uint8Array<ArrayBuffer>;
}

async function bundle(): Promise<Module[]> {
  const binaries = new Map<string, string>();
  const keep = (path: string): { path: string; external: true } => {
    binaries.set(basename(path), path);
    return { path: `./${basename(path)}`, external: true };
  };
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    conditions: ['workerd', 'worker', 'browser'],
    plugins: [
      {
        name: 'binaries',
        setup(plugin) {
          plugin.onResolve({ filter: /\.(woff2|wasm)$/ }, async ({ path, resolveDir, pluginData }) => {
            if (pluginData === 'seen') return undefined;
            const found = await plugin.resolve(path, {
              resolveDir,
              kind: 'import-statement',
              pluginData: 'seen',
            });
            return keep(found.path);
          });
        },
      },
    ],
  });
  const script: Module = { type: 'ESModule', path: 'worker.js', contents: outputFiles[0]?.text ?? '' };
  const rest = [...binaries].map(([path, file]): Module => {
    const type = path.endsWith('.wasm') ? 'CompiledWasm' : 'Data';
    return { type, path, contents: new Uint8Array(readFileSync(file)) };
  });
  return [script, ...rest];
}

// User and system time of every workerd this process started, in ms (Linux: /proc counts in 10 ms ticks).
function cpu(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(/\s+/);
  return children.reduce((sum, id) => {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const worker = new Miniflare(
  convertV4MiniflareOptions({ modules: await bundle(), compatibilityDate: '2026-10-12' }),
);
try {
  const url = await worker.ready;
  const folder = process.argv[2];
  const bare = async (): Promise<unknown> => (await fetch(url)).text();
  const card = async (body: string): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(url, { method: 'POST', body })).arrayBuffer());
  const perRequest = async (times: number, work: (i: number) => Promise<unknown>): Promise<number> => {
    const before = cpu();
    for (let i = 0; i < times; i++) await work(i);
    return (cpu() - before) / times;
  };

  await perRequest(500, bare);
  const hello = median([
    await perRequest(2000, bare),
    await perRequest(2000, bare),
    await perRequest(2000, bare),
  ]);
  console.log(`bare response       ${hello.toFixed(3)} CPU-ms`);
  const first = JSON.stringify(sampleCards('og')[0]?.input);
  const cold = await perRequest(1, () => card(first));
  console.log(`first of an isolate ${cold.toFixed(0)} CPU-ms (starting the renderer, reading two fonts)`);
  for (const format of ['og', 'story', 'square'] as const) {
    const samples = sampleCards(format);
    const bodies = samples.map((sample) => JSON.stringify(sample.input));
    const pictures = [];
    for (const body of bodies) pictures.push(await card(body));
    for (const [i, png] of folder ? pictures.entries() : [])
      writeFileSync(`${folder}/${format}-${samples[i]?.name}.png`, png);
    const rounds = [];
    for (let r = 0; r < 5; r++)
      rounds.push(await perRequest(bodies.length, (i) => card(bodies[i] as string)));
    const sizes = pictures.map((png) => png.length / 1000);
    const time = median(rounds);
    console.log(
      `${format.padEnd(8)} ${bodies.length} inputs  ${time.toFixed(1)} CPU-ms a card (${Math.round(time / hello)} × bare)` +
        `  PNG ${median(sizes).toFixed(0)} KB median, ${Math.max(...sizes).toFixed(0)} KB largest`,
    );
  }
} finally {
  await worker.dispose();
}
