import type { OAuthAnswer, OAuthSignUpAnswer, SignUpNeeded } from '../../../../workers/contract/auth.ts';
import type { Account } from '../../../../workers/contract/users.ts';
import { ask, call, know, Refusal } from '../api.ts';
import { wireForm } from '../form.ts';
import { endTrip, type Trip, tripUnderWay } from '../provider-trip.ts';
import { refusalText } from '../refusal-text.ts';
import { safePath } from '../to.ts';
import { offerClaim } from './claim.ts';
import { wireCode } from './code.ts';
import { birthDateCheck, SIGN_UP_AT, signUpFields } from './consent.ts';
import { proceed, wireMfa } from './mfa.ts';
import { arrive, one, page, settled, show } from './page.ts';

const trip = tripUnderWay();
const query = location.search;
let needed: SignUpNeeded | null = null;

function fail(text: string): void {
  const said = one('[data-failed]');
  if (said) said.textContent = text;
  show('failed');
  settled();
}

const to = safePath(trip?.to ?? null);
const done = (user: Account): void => arrive(user, to);
const claim = (user: Account): Promise<void> => offerClaim(user, to);
const late = (): void => fail(page.said.stepOver);

async function finish({ provider, link }: Trip): Promise<void> {
  const params = Object.fromEntries(new URLSearchParams(query));
  try {
    const answer = await (link ? call : ask)<OAuthAnswer>('POST', `/auth/oauth/${provider}/finish`, {
      params,
    });
    endTrip();
    settled();
    if (answer.next === 'linked') {
      know(answer.user);
      return done(answer.user);
    }
    if (answer.next !== 'sign_up') return await proceed(answer, done);
    needed = answer;
    const email = one('[data-ask-email]');
    if (email) email.hidden = answer.email !== null;
    for (const input of email?.querySelectorAll('input') ?? []) input.disabled = answer.email !== null;
    show('sign_up');
  } catch (error) {
    endTrip();
    const instead = error instanceof Refusal && error.code === 'link_instead' && !link;
    const over = error instanceof Refusal && error.code === 'challenge_expired';
    fail(instead ? page.said.linkInstead : over ? page.said.elsewhere : refusalText(error, page));
  }
}

wireForm('sign-up', {
  words: page,
  at: SIGN_UP_AT,
  checks: { birthDate: birthDateCheck },
  act: async (values) => {
    const { email } = values;
    const body = {
      challenge: needed?.challenge,
      ...signUpFields(values),
      ...(email && { email }),
      client: 'web',
    };
    try {
      const answer = await ask<OAuthSignUpAnswer>('POST', '/auth/oauth/sign-up', body);
      if (answer.next === 'verify') code.begin({ ...answer, email: email ?? '' });
      else await proceed(answer, claim);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'challenge_expired')) throw error;
      late();
    }
  },
});
const code = wireCode((answer) => proceed(answer, claim), late);
wireMfa(done, late);

if (!query) fail(page.said.elsewhere);
else if (trip && trip.language !== page.language && page.returns[trip.language]) {
  // The provider knows one address for all languages: on to the page in the one this began in, query and all.
  location.replace(page.returns[trip.language] + query);
} else {
  history.replaceState(null, '', location.pathname);
  if (trip) void finish(trip);
  else fail(page.said.elsewhere);
}
