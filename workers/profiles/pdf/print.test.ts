import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { pdfHtml } from './html.ts';
import { printPdf } from './print.ts';
import { samplePdfs } from './testing.ts';

const endpoint = (fetch: () => Promise<Response>) => ({ fetch });
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

describe('printing', () => {
  test('gives two A4 pages', async () => {
    for (const { name, input } of samplePdfs().filter((sample) =>
      /^(ko-teto|en-loud|ko-none)$/.test(sample.name),
    )) {
      const pdf = latin(await printPdf(env.BROWSER, pdfHtml(input), { timeoutMs: 25_000 }));
      expect(pdf.startsWith('%PDF-'), name).toBe(true);
      expect(pdf.match(/\/Type ?\/Page\b/g), name).toHaveLength(2);
      expect(pdf, name).toContain('Pretendard');
      for (const box of pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)) {
        expect(Math.round(Number(box[1])), name).toBe(595);
        expect(Math.round(Number(box[2])), name).toBe(842);
      }
    }
  });

  test('runs no script and waits for no address outside', async () => {
    const html = `<!doctype html><title>t</title><img src="http://192.0.2.1/x.png"><link rel="stylesheet" href="http://192.0.2.1/x.css">
      <p>page one</p><script>document.body.innerHTML = '<p style="break-after:page">a</p>'.repeat(9)</script>`;
    const pdf = latin(await printPdf(env.BROWSER, html, { timeoutMs: 25_000 }));
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
  });
});

describe('a failing browser', () => {
  test('that does not start is a typed failure', async () => {
    const broken = endpoint(async () => new Response('no', { status: 500 }));
    await expect(printPdf(broken, '<p>', { timeoutMs: 5_000 })).rejects.toMatchObject({
      name: 'PdfFailure',
      reason: 'launch',
    });
  });

  test('that never answers ends in time', async () => {
    const silent = endpoint(() => new Promise(() => undefined));
    const begun = Date.now();
    await expect(printPdf(silent, '<p>', { timeoutMs: 300 })).rejects.toMatchObject({ reason: 'timeout' });
    expect(Date.now() - begun).toBeLessThan(8_000);
  });

  test('that starts too late is closed all the same', async () => {
    const before = await sessions();
    await expect(printPdf(env.BROWSER, '<p>', { timeoutMs: 1 })).rejects.toMatchObject({ reason: 'timeout' });
    await expect.poll(sessions, { timeout: 10_000 }).toBe(before);
  });
});

/** Browsers running now. */
async function sessions(): Promise<number> {
  const answer = await env.BROWSER.fetch('https://browser/v1/sessions');
  return (await answer.json<{ sessions: unknown[] }>()).sessions.length;
}
