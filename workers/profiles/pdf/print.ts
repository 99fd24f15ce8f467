import puppeteer, { type Browser, type BrowserWorker } from '@cloudflare/puppeteer';

export type PdfFailureReason = 'launch' | 'timeout' | 'print';

/** Why a PDF could not be made. The message is for logs and names no content. */
export class PdfFailure extends Error {
  readonly reason: PdfFailureReason;

  constructor(reason: PdfFailureReason, cause?: unknown) {
    super(`PDF ${reason} failed`, { cause });
    this.name = 'PdfFailure';
    this.reason = reason;
  }
}

const CLOSE_MS = 3_000;
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const inside = (url: string): boolean => /^(data|about):/.test(url);

// A browser that does not answer must not keep the job: the service ends an idle one by itself.
const close = (browser: Browser): Promise<void> =>
  Promise.race([browser.close().catch(() => undefined), after(CLOSE_MS)]);

async function launch(endpoint: BrowserWorker): Promise<Browser> {
  try {
    return await puppeteer.launch(endpoint);
  } catch (cause) {
    throw new PdfFailure('launch', cause);
  }
}

async function print(browser: Browser, html: string): Promise<Uint8Array> {
  try {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on(
      'request',
      (request) => void (inside(request.url()) ? request.continue() : request.abort()).catch(() => undefined),
    );
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({ format: 'a4', printBackground: true, preferCSSPageSize: true });
  } catch (cause) {
    throw new PdfFailure('print', cause);
  }
}

/**
 * Prints HTML as PDF bytes within `timeoutMs`. Script is off and nothing is fetched. The browser is closed in every
 * case, also when it starts after the time is over. Throws `PdfFailure`.
 */
export async function printPdf(
  endpoint: BrowserWorker,
  html: string,
  { timeoutMs }: { timeoutMs: number },
): Promise<Uint8Array> {
  const starting = launch(endpoint);
  const work = starting.then((browser) => print(browser, html));
  work.catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PdfFailure('timeout')), timeoutMs);
  });
  const closing = (): Promise<void> => starting.then(close, () => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    await Promise.race([closing(), after(CLOSE_MS)]);
  }
}
