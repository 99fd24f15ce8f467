import type { ClientEvent } from '../contract/events.ts';

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
