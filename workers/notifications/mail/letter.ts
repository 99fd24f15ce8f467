/** A mail as it is written, before it is set as text or HTML. */
export interface Letter {
  language: 'ko' | 'en';
  subject: string;
  lines: string[];
  code: string | null;
  button: { label: string; url: string; note: string } | null;
  from: string;
  footer: string;
}
