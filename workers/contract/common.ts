import { z } from 'zod';

/** Language tag of a published text: `ko`, `en`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
  .meta({ description: 'Language of the texts.', example: 'ko' });

export const AssessmentId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/)
  .meta({ description: 'Name of the instrument.', example: 'teto-egen' });

/** A Durable Object id. */
export const SessionId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'Session id: 64 hexadecimal digits.' });

/** `p_` + 22 base58 digits (128 bits), known to the owner only. */
export const ProfileId = z
  .string()
  .regex(/^p_[1-9A-HJ-NP-Za-km-z]{22}$/)
  .meta({ description: "The owner's id of a profile." });

/** 22 base58 digits (128 bits): the public address of a shared result. */
export const Slug = z
  .string()
  .regex(/^[1-9A-HJ-NP-Za-km-z]{22}$/)
  .meta({ description: 'Public address of a shared result.' });

/** `u_` + 22 base58 digits. */
export const UserId = z
  .string()
  .regex(/^u_[1-9A-HJ-NP-Za-km-z]{22}$/)
  .meta({ description: 'Id of an account.' });

/** Where a list goes on; made by the list before it. */
export const Cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,200}$/)
  .meta({ description: '`nextCursor` of the page before.' });

/** A list, and where it goes on: null at its end. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: Cursor.nullable() });

export const Mode = z.enum(['quick', 'default', 'precise']);
export const DisplayGender = z.enum(['male', 'female', 'none']);
export const Visibility = z.enum(['private', 'unlisted', 'public']);
export const IsoTime = z.iso.datetime();

// Control, format and filler characters, the Hangul filler among them; the joiners of emoji are not.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/u;

/** 1–20 characters once trimmed, no control or invisible formatting characters. */
export const Nickname = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((text) => [...text].length <= 20, { message: 'At most 20 characters.' })
  .refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) && !INVISIBLE.test(text), {
    message: 'Control and invisible characters are not accepted.',
  });

export type Language = z.infer<typeof Language>;
export type Mode = z.infer<typeof Mode>;
export type DisplayGender = z.infer<typeof DisplayGender>;
export type Visibility = z.infer<typeof Visibility>;
