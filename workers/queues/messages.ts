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
  /** Key of the job: `<profile id>/<revision>/<language>`. */
  job: string;
  profileId: string;
  revision: number;
  language: string;
}

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
