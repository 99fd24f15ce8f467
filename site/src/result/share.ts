import { onTap } from '../layouts/tap.ts';
import { report } from '../test/events.ts';
import type { ResultData } from './data.ts';
import { wirePdf } from './pdf.ts';

type Channel = 'native' | 'link' | 'x' | 'threads' | 'facebook' | 'line' | 'kakao';

const one = <T extends Element>(selector: string): T | null => document.querySelector<T>(selector);

/** The card as a file, so that the share sheet carries the picture and not only a link. */
async function cardFile(path: string): Promise<File | null> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(4000) });
    if (!response.ok) return null;
    const file = new File([await response.blob()], 'teto-egen.png', { type: 'image/png' });
    return navigator.canShare?.({ files: [file] }) ? file : null;
  } catch {
    return null;
  }
}

async function shareNatively({ title, text, url }: ResultData, card: Promise<File | null>): Promise<void> {
  const file = await card;
  await navigator.share({ title, text, ...(url && { url }), ...(file && { files: [file] }) });
}

async function copyLink(url: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return false;
  }
}

/** Wires the share buttons. Everything that is a plain link works without this. */
export function wireSharing(data: ResultData): void {
  const { share: t, language, url, slug } = data;
  if (!url || !slug) return;
  const status = one<HTMLElement>('[data-share-status]');
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  let card: Promise<File | null> | undefined;
  const fetchCard = () => {
    card ??= cardFile(`/cards/${slug}.png?lang=${language}`);
    return card;
  };
  const actions: Partial<Record<Channel, () => Promise<void>>> = {
    native: () =>
      shareNatively(data, fetchCard()).catch((error: Error) => {
        if (error.name !== 'AbortError') say(t.failed);
      }),
    link: async () => say((await copyLink(url, one('#address'))) ? t.copied : t.copyFailed),
    kakao: async () => (await import('./kakao.ts')).shareToKakao(data, say),
  };
  const native = one<HTMLElement>('[data-share="native"]');
  if (native && 'share' in navigator) {
    native.hidden = false;
    // The sheet must open within the tap's few seconds: have the picture by then.
    for (const hint of ['pointerenter', 'focus', 'touchstart']) {
      native.addEventListener(hint, () => void fetchCard(), { once: true, passive: true });
    }
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-share]')) {
    const channel = button.dataset.share as Channel;
    onTap(button, () => {
      report('share_tapped', channel);
      void actions[channel]?.();
    });
  }
  for (const link of document.querySelectorAll('[data-card]')) {
    link.addEventListener('click', () => report('card_saved'));
  }
  wirePdf(data);
}
