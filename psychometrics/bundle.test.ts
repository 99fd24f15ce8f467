import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bytes (gzip) of what these entry points need together, in the browser. */
async function bytesOf(...entries: string[]): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: entries.map((entry) => `export * from './psychometrics/${entry}';`).join(''),
      resolveDir: '.',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  for (const path of Object.keys(metafile.inputs))
    expect(path).toMatch(/^(<stdin>|psychometrics\/([a-z]+\/)?[a-z-]+\.ts)$/);
  const packed = new Blob([outputFiles[0]!.contents]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

test('what the browser loads before the first question is at most 2.3 KB (gzip), all of it our own', async () => {
  const bytes = await bytesOf('live.ts');
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(2300);
});

test('and with the result, which comes after the last one, at most 3.65 KB', async () => {
  expect(await bytesOf('live.ts', 'scoring/score.ts')).toBeLessThanOrEqual(3650);
});
