/** A text as it may stand in HTML, in attributes too. */
export const safe = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
