import { z } from 'zod';

const FORMAT = { '': 'og', '-story': 'story', '-square': 'square' } as const;

/** `<slug>.png` 1200×630, `<slug>-story.png` 1080×1920, `<slug>-square.png` 1080×1080. */
export const CardFile = z.object({
  file: z
    .string()
    .regex(/^[1-9A-HJ-NP-Za-km-z]{22}(-story|-square)?\.png$/)
    .transform((file) => ({
      slug: file.slice(0, 22),
      format: FORMAT[file.slice(22, -4) as keyof typeof FORMAT],
    })),
});

export const CardQuery = z.object({ lang: z.enum(['ko', 'en']).optional() });
