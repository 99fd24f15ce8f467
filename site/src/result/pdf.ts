import type { PdfJob } from '../../../workers/contract/profiles.ts';
import { onTap } from '../layouts/tap.ts';
import { report } from '../test/events.ts';
import type { ResultData } from './data.ts';
import type { Key } from './own-api.ts';

const PATIENCE_MS = 90_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the PDF is there, or why not. Never asks more often than the server says. */
async function untilReady(path: string, headers: HeadersInit): Promise<Response | 'busy' | 'failed'> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const response = await fetch(path, { cache: 'no-store', headers });
    if (response.status === 429) return 'busy';
    if (response.status === 200) return response;
    if (response.status !== 202) return 'failed';
    const job = (await response.json()) as PdfJob;
    if (job.state === 'failed') return 'failed';
    await wait(
      1000 * Math.min(10, Math.max(1, Number(response.headers.get('retry-after')) || job.retryAfter)),
    );
  }
  return 'failed';
}

/** Where the link leads: a shared PDF has an address of its own, a private one only what the key brought here. */
async function addressOf(path: string, ready: Response, key: Key | undefined): Promise<string> {
  if (key) return URL.createObjectURL(await ready.blob());
  await ready.body?.cancel();
  return path;
}

/** The link in-app browsers open where they would refuse a download. */
function linkTo(href: string, text: string, hidden: boolean): HTMLAnchorElement {
  const link = Object.assign(document.createElement('a'), { href, textContent: text });
  link.className = 'font-extrabold underline';
  if (hidden) link.download = 'teto-egen.pdf';
  return link;
}

/**
 * Wires the button that makes the PDF and then offers it as a link.
 * @param keyOf opens a private result; the key travels in a header only
 */
export function wirePdf({ slug, id, language, share: t }: ResultData, keyOf?: () => Promise<Key>): void {
  const button = document.querySelector<HTMLButtonElement>('[data-pdf]');
  const status = document.querySelector<HTMLElement>('[data-pdf-status]');
  if (!button || !status) return;
  const name = slug ?? id;
  const path = `/api/v1/profiles/${name}/pdf?language=${language}`;
  const make = async () => {
    const key = slug ? undefined : await keyOf?.();
    const ready = await untilReady(path, key ? { authorization: `Bearer ${key.secret}` } : {});
    return typeof ready === 'string' ? ready : addressOf(path, ready, key);
  };
  onTap(button, async () => {
    if (button.ariaDisabled === 'true') return;
    if (!name) {
      status.textContent = t.pdfFailed;
      return;
    }
    report('pdf_requested');
    button.ariaDisabled = 'true';
    status.textContent = t.pdfWaiting;
    const made = await make().catch(() => 'failed');
    button.ariaDisabled = null;
    if (made === 'busy' || made === 'failed') {
      status.textContent = made === 'busy' ? t.pdfBusy : t.pdfFailed;
      return;
    }
    const link = linkTo(made, t.pdfReady, !slug);
    status.replaceChildren(link);
    if (document.activeElement === button) link.focus();
  });
}
