import { LOCAL, type ProviderName, TRAITS } from '../../../workers/auth/oauth/traits.ts';

/** The providers that the identity provider of this machine plays: all the product knows. */
export const PLAYED = Object.keys(TRAITS) as ProviderName[];

/** Keys that exist on this machine only; their name tells the product to go to the identity provider beside it. */
export const localClient = (name: ProviderName) => ({
  id: `${LOCAL}${name}`,
  secret: `${LOCAL}secret-of-${name}`,
});
