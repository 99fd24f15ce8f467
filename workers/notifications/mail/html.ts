import { safe } from '../../lib/escape.ts';
import type { Letter } from './letter.ts';

const INK = '#2a211a';
const PAPER = '#fffaf0';
const FACE = "Pretendard,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif";

/** One column, no image, no style sheet, nothing fetched: what mail programs draw the same everywhere. */
export function mailHtml({ language, subject, lines, code, button, from, footer }: Letter): string {
  const paragraphs = lines.map((line) => `<p style="margin:0 0 14px">${safe(line)}</p>`).join('');
  const digits = code
    ? `<p style="margin:0 0 18px;font-size:34px;font-weight:800;letter-spacing:8px">${safe(code)}</p>`
    : '';
  const link = button
    ? `<p style="margin:22px 0"><a href="${safe(button.url)}" style="display:inline-block;background:${INK};color:${PAPER};padding:14px 26px;border-radius:999px;font-weight:800;text-decoration:none">${safe(
        button.label,
      )}</a></p><p style="margin:0 0 14px;font-size:12px;color:#6b5d4f">${safe(button.note)}<br><span style="word-break:break-all">${safe(
        button.url,
      )}</span></p>`
    : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(
    subject,
  )}</title></head><body style="margin:0;background:#f4ecdb"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:28px 14px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:${PAPER};border-radius:18px"><tr><td style="padding:32px 28px;font:15px/1.65 ${FACE};color:${INK};word-break:keep-all"><p style="margin:0 0 18px;font-weight:800">${safe(
    from,
  )}</p><h1 style="margin:0 0 16px;font-size:21px;line-height:1.35">${safe(
    subject,
  )}</h1>${digits}${paragraphs}${link}<p style="margin:26px 0 0;border-top:1px solid #e5d9c3;padding-top:14px;font-size:12px;color:#6b5d4f">${safe(
    footer,
  )}</p></td></tr></table></td></tr></table></body></html>`;
}
