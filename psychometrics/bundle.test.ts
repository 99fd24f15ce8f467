import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('what the browser loads is at most 3.0 KB (gzip), all of it our own', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['psychometrics/live.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  for (const path of Object.keys(metafile.inputs))
    expect(path).toMatch(/^psychometrics\/([a-z]+\/)?[a-z-]+\.ts$/);
  const packed = new Blob([outputFiles[0]!.contents]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = (await new Response(packed).arrayBuffer()).byteLength;
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(3000);
});
