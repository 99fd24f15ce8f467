import { LOCAL, type ProviderName, TRAITS } from '../../../workers/auth/oauth/traits.ts';

/** The providers that the identity provider of this machine plays: all the product knows. */
export const PLAYED = Object.keys(TRAITS) as ProviderName[];

/** Keys that exist on this machine only; their name tells the product to go to the identity provider beside it. */
export const localClient = (name: ProviderName) => ({
  id: `${LOCAL}${name}`,
  secret: `${LOCAL}secret-of-${name}`,
});

/** The variables that carry them, for every provider. */
export const localKeys = (): Record<string, string> =>
  Object.fromEntries(
    PLAYED.flatMap((name) => {
      const { id, secret } = localClient(name);
      const prefix = name.toUpperCase();
      return [
        [`${prefix}_CLIENT_ID`, id],
        [`${prefix}_CLIENT_SECRET`, secret],
      ];
    }),
  );
