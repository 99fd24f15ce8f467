import type { PdfJob } from '../../../workers/contract/profiles.ts';
import { report } from '../test/events.ts';
import type { ResultData } from './data.ts';

const PATIENCE_MS = 90_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the PDF is there: `ready`, or why not. Never asks more often than the server says. */
async function untilReady(path: string): Promise<'ready' | 'busy' | 'failed'> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const response = await fetch(path, { cache: 'no-store' });
    if (response.status === 429) return 'busy';
    if (response.status === 200) {
      await response.body?.cancel();
      return 'ready';
    }
    if (response.status !== 202) return 'failed';
    const job = (await response.json()) as PdfJob;
    if (job.state === 'failed') return 'failed';
    await wait(
      1000 * Math.min(10, Math.max(1, Number(response.headers.get('retry-after')) || job.retryAfter)),
    );
  }
  return 'failed';
}

/** Makes the PDF and offers it as a link, which in-app browsers open where they would refuse a download. */
export async function makePdf({ slug, language, share: t }: ResultData): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('[data-pdf]');
  const status = document.querySelector<HTMLElement>('[data-pdf-status]');
  if (!button || !status || button.ariaDisabled === 'true') return;
  report('pdf_requested');
  const path = `/api/v1/profiles/${slug}/pdf?language=${language}`;
  button.ariaDisabled = 'true';
  status.textContent = t.pdfWaiting;
  const state = await untilReady(path).catch(() => 'failed' as const);
  button.ariaDisabled = null;
  if (state !== 'ready') {
    status.textContent = state === 'busy' ? t.pdfBusy : t.pdfFailed;
    return;
  }
  const link = Object.assign(document.createElement('a'), { href: path, textContent: t.pdfReady });
  link.className = 'font-extrabold underline';
  status.replaceChildren(link);
  if (document.activeElement === button) link.focus();
}
