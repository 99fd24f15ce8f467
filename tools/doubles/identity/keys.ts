/** The providers that the identity provider of this machine plays. */
export const PLAYED = ['google', 'linkedin', 'kakao', 'naver'] as const;
export type Played = (typeof PLAYED)[number];

/** Keys that exist on this machine only; `local-` tells the product to go to the identity provider beside it. */
export const localClient = (name: Played) => ({ id: `local-${name}`, secret: `local-secret-of-${name}` });

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
