import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { at } from './lib/paths.ts';

/** Where wrangler keeps what the Email binding sent on this machine: a folder a running server. */
export const mailFolder = at('site', '.wrangler', 'tmp', 'email');

export interface LocalMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** When it was sent, Unix milliseconds. */
  at: number;
}

/** Every mail of every server running here, newest last. The footer of each names its reader. */
function readMails(): LocalMail[] {
  const htmlOf = (path: string): string =>
    path.replace('email-text', 'email-html').replace(/\.txt$/, '.html');
  // wrangler writes the text first: a mail is there once both are.
  const whole = globSync(`${mailFolder}/*/email-text/*.txt`).filter((path) => existsSync(htmlOf(path)));
  const found = whole.map((path): LocalMail => {
    const text = readFileSync(path, 'utf8');
    return {
      to: /(?:메일은|Sent to) (\S+@\S+?)(?: 앞으로|\. )/.exec(text)?.[1] ?? '',
      subject: text.split('\n', 1)[0] ?? basename(path),
      text,
      html: readFileSync(htmlOf(path), 'utf8'),
      at: statSync(path).mtimeMs,
    };
  });
  return found.sort((a, b) => a.at - b.at);
}

/** The newest mail to `to` whose text matches, as soon as it is there. Rejects after 20 s. */
export async function waitForMail(to: string, matching = /./): Promise<LocalMail> {
  const until = Date.now() + 20_000;
  for (;;) {
    const mail = readMails().findLast((one) => one.to === to && matching.test(one.text));
    if (mail) return mail;
    if (Date.now() > until) throw new Error(`no mail to ${to} that matches ${matching}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
