/** Versions (dates) of the texts people agree to; the same dates stand at the top of the pages. */
export const POLICIES = { terms: '2026-11-22', privacy: '2026-11-22' } as const;
