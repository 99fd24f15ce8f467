/** What tells who somebody is, or belongs to one person, stays out of every cache. */
export const PRIVATE = { 'cache-control': 'no-store' };
