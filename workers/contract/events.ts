import { z } from 'zod';
import { Language } from './common.ts';

/** What a page may report. No identifiers, no free text: each event is only ever counted. */
export const EventName = z.enum([
  'landing_viewed',
  'test_started',
  'test_resumed',
  'result_viewed',
  'share_tapped',
  'card_saved',
  'pdf_requested',
  'friend_started',
]);

export const ClientEvent = z
  .object({
    id: z.uuid().meta({ description: 'Made by the client, so that a repeat is counted once.' }),
    name: EventName,
    language: Language,
    channel: z.enum(['native', 'link', 'x', 'threads', 'facebook', 'line', 'kakao']).optional(),
  })
  .strict();

export const RecordEvents = z.object({ events: z.array(ClientEvent).min(1).max(20) }).strict();

export type ClientEvent = z.infer<typeof ClientEvent>;
