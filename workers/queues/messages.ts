import type { Verdict } from '../../psychometrics/types.ts';
import type { ClientEvent } from '../contract/events.ts';
import { sha256 } from '../lib/ids.ts';

/** A type as the tally and the rollups count it. */
export type ResultType = 'teto' | 'egen' | 'balanced-teto' | 'balanced-egen' | 'none';

/** `id` is fixed by what happened, so that a message sent or delivered twice counts once. */
export type AnalyticsMessage =
  | {
      type: 'assessment.completed';
      id: string;
      at: number;
      assessment: string;
      version: number;
      language: string;
      mode: string;
      result: ResultType;
      items: number;
      /** Absent from messages sent before results were judged by how the answers fit. */
      verdict?: Verdict;
      /** True for one that goes on from a completed session: the same person, not counted again. */
      continued: boolean;
    }
  | {
      type: 'assessment.abandoned';
      id: string;
      at: number;
      assessment: string;
      language: string;
      mode: string;
      answered: number;
    }
  | ({ type: 'client'; at: number } & ClientEvent);

export interface PdfMessage {
  /** Key of the job: `<profile id>/<revision>.<drawing>/<language>`. */
  job: string;
  profileId: string;
  revision: number;
  language: string;
}

/** A mail to one person, written when it is sent. `id` is fixed by what caused it, so that it is sent once. */
export interface MailMessage {
  id: string;
  to: string;
  language: string;
  mail: Mail;
}

/** Every mail there is, with what it needs to be written. Links hold their secret behind `#`, which no server sees. */
export type Mail =
  | { template: 'verify'; code: string }
  | { template: 'already_registered'; resetUrl: string; signInUrl: string }
  | { template: 'magic_link'; url: string }
  | { template: 'reset'; url: string }
  | { template: 'email_change'; code: string }
  | { template: 'email_changed'; to: string }
  | { template: 'password_changed' }
  | { template: 'new_sign_in'; device: string; place: string | null; at: number }
  | { template: 'token_reused'; device: string }
  | {
      template: 'mfa_changed';
      change:
        | 'totp_on'
        | 'totp_off'
        | 'passkey_added'
        | 'passkey_removed'
        | 'codes_renewed'
        | 'recovery_used';
    }
  | { template: 'provider_linked'; provider: string }
  | { template: 'provider_unlinked'; provider: string }
  | { template: 'restored' }
  | { template: 'export_ready'; url: string; expiresAt: number }
  | { template: 'deletion_begun'; restoreUrl: string; deleteAfter: number }
  | { template: 'deletion_done' }
  | { template: 'suspended' };

/** Work on one person's whole record. */
export type RightsMessage =
  | { type: 'export'; id: string; userId: string }
  | { type: 'purge'; userId: string };

/** One answer as given: `category` raw, 0-based, before reverse-coding. */
export interface LakeAnswer {
  item: string;
  category: number;
  /** milliseconds on screen */
  ms: number;
}

/**
 * The answers of one completed session, as they go into the lake. No session id, address, name or time of day.
 * `key` names the session's rows; `person` is the key of the first session of a chain that goes on from a result.
 */
export interface LakeSession {
  key: string;
  person: string;
  mode: string;
  /** The word chosen for the result, 'none' for none: what differential item functioning is split by. */
  gender: string;
  /** Response style of the result, prior SD: one of the signs of careless answering. */
  acquiescence: number;
  /** Null for one completed before answers were judged by their fit. */
  verdict: Verdict | null;
  /** The last answer to each item, in the order first served. */
  answers: LakeAnswer[];
}

export interface ResponsesMessage extends LakeSession {
  type: 'responses';
  assessment: string;
  version: number;
  language: string;
  /** Day of completion, UTC, YYYY-MM-DD. */
  day: string;
}

/** 132 bits of a hash of the session's id: the same for every delivery, and of no use without the id. */
export const responsesKey = async (session: string): Promise<string> =>
  (await sha256(`responses:${session}`)).slice(0, 22);
