import type { Ctx } from '../context.ts';
import type { CodeSent } from '../contract/auth.ts';
import { peekStep, takeStep } from './steps/challenges.ts';
import { mailCode } from './steps/mail-code.ts';
import { countTry } from './steps/throttle.ts';

/** Another code for a sign-up under way, under a new challenge: the code before it works no more. */
export async function resendCode(ctx: Ctx, { challenge }: { challenge: string }): Promise<CodeSent> {
  const waiting = await peekStep(ctx, 'sign_up', challenge);
  await countTry(ctx, { mail: waiting.data.email });
  const { data } = await takeStep(ctx, 'sign_up', challenge);
  const { codeHash: _, ...pending } = data;
  return mailCode(ctx, 'sign_up', { language: pending.language, data: pending });
}
