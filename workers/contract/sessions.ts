import { z } from 'zod';
import { AssessmentId, DisplayGender, IsoTime, Language, Mode, Nickname, SessionId, Slug } from './common.ts';
import { Estimate, Score } from './score.ts';

export const BySession = z.object({ id: SessionId });

/** Most answers one batch may hold; a whole test fits. */
export const MAX_BATCH = 50;

export const BeginSession = z
  .object({
    language: Language,
    mode: Mode.default('default'),
    version: z.int().positive().max(1_000_000).optional(),
    seed: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional()
      .meta({ description: 'Chosen by a client that began offline; otherwise the server picks it.' }),
    continues: z
      .object({ session: SessionId, secret: z.string().min(22).max(128) })
      .strict()
      .optional()
      .meta({ description: 'A completed session whose answers this one starts from, to be surer.' }),
  })
  .strict();

export const Begun = z
  .object({
    id: SessionId,
    secret: z.string(),
    assessment: AssessmentId,
    version: z.int(),
    language: Language,
    mode: Mode,
    seed: z.string(),
    seq: z.int().nonnegative(),
    expiresAt: IsoTime,
  })
  .meta({ id: 'SessionBegun' });

/** One tap. A later `seq` for the same item changes the earlier answer. */
export const AnswerEntry = z
  .object({
    seq: z.int().min(1).max(10_000),
    item: z.string().min(1).max(40),
    category: z.int().min(0).max(100),
    ms: z.int().min(0).max(86_400_000).meta({ description: 'Milliseconds the question was on screen.' }),
  })
  .strict();

export const AppendAnswers = z.object({ answers: z.array(AnswerEntry).min(1) }).strict();

export const SessionProgress = z.object({
  next: z.string().nullable(),
  finished: z.boolean(),
  answered: z.int(),
  certainty: z.number(),
  axis: Estimate,
});

/** The acknowledgement: everything up to `seq` is stored. */
export const Appended = z
  .object({ seq: z.int().nonnegative(), progress: SessionProgress })
  .meta({ id: 'AnswersStored' });

export const ProfileRef = z.object({ id: z.string(), slug: Slug.nullable() });

export const SessionState = z
  .object({
    id: SessionId,
    assessment: AssessmentId,
    version: z.int(),
    language: Language,
    mode: Mode,
    seed: z.string(),
    status: z.enum(['active', 'completed']),
    seq: z.int().nonnegative(),
    answers: z.array(AnswerEntry.omit({ seq: true })).meta({ description: 'In the order first answered.' }),
    progress: SessionProgress,
    profile: ProfileRef.nullable(),
    expiresAt: IsoTime.nullable(),
  })
  .meta({ id: 'SessionState' });

export const CompleteSession = z
  .object({ displayGender: DisplayGender.default('none'), nickname: Nickname.nullable().default(null) })
  .strict();

export const Completed = z
  .object({ profile: ProfileRef, score: Score, saved: z.boolean() })
  .meta({ id: 'SessionCompleted', description: '`saved` is false while the record waits for its database.' });

/** Subprotocol of the socket. A client offers it together with the secret; the server selects it. */
export const SOCKET_PROTOCOL = 'teto-egen.v1';

/**
 * What travels over the socket, client to server, at most 16 KB a message; the server answers with ack or problem.
 * An ack carries no progress: a client on a socket has the engine, and the replay would cost more than the storing.
 */
export const SocketMessage = AppendAnswers.extend({ type: z.literal('answers') });
export type SocketReply =
  | { type: 'ack'; seq: number }
  | { type: 'problem'; code: string; field?: string; expected?: number };

export type SocketMessage = z.infer<typeof SocketMessage>;
export type BeginSession = z.infer<typeof BeginSession>;
export type Begun = z.infer<typeof Begun>;
export type AnswerEntry = z.infer<typeof AnswerEntry>;
export type Appended = z.infer<typeof Appended>;
export type SessionProgress = z.infer<typeof SessionProgress>;
export type SessionState = z.infer<typeof SessionState>;
export type CompleteSession = z.infer<typeof CompleteSession>;
export type Completed = z.infer<typeof Completed>;
export type ProfileRef = z.infer<typeof ProfileRef>;
