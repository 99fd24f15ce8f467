/** The texts in force, by their date (YYYY-MM-DD): what a consent names, and what the pages show as last changed. */
export const POLICIES = { terms: '2026-11-22', privacy: '2026-11-27' } as const;
