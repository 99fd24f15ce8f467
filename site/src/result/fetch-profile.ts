import type { ProblemBody } from '../../../workers/contract/problems.ts';
import type { OwnProfile, PublicProfile } from '../../../workers/contract/profiles.ts';
import { withRanges } from './ranges.ts';

/** What the page needs of the service binding to the API. */
export interface Api {
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** The binding, and the origin the visitor asked: answers are kept and forgotten under that one address. */
export interface Source {
  api: Api;
  origin: string;
}

/** `pending`: made, and on its way to the record. */
export type Problem = 'gone' | 'denied' | 'pending' | 'unavailable';
export type Found<Profile> = { profile: Profile; problem?: never } | { profile?: never; problem: Problem };

const SLUG = /^[1-9A-HJ-NP-Za-km-z]{22}$/;
const ID = /^p_[1-9A-HJ-NP-Za-km-z]{22}$/;
const PATIENCE_MS = 8000;

async function ask<Profile extends PublicProfile>(
  { api, origin }: Source,
  id: string,
  headers: HeadersInit,
): Promise<Found<Profile>> {
  try {
    const url = `${origin}/api/v1/profiles/${id}`;
    const response = await api.fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) return { profile: withRanges((await response.json()) as Profile) };
    const { code } = (await response.json().catch(() => ({}))) as Partial<ProblemBody>;
    if (code === 'profile_pending') return { problem: 'pending' };
    if (response.status === 404) return { problem: 'gone' };
    return { problem: [401, 403, 422].includes(response.status) ? 'denied' : 'unavailable' };
  } catch {
    return { problem: 'unavailable' };
  }
}

/** A shared result. Hidden, deleted and never made are all `gone`. */
export async function fetchShared(source: Source, slug: string): Promise<Found<PublicProfile>> {
  return SLUG.test(slug) ? ask(source, slug, {}) : { problem: 'gone' };
}

/** One's own result by its key; the key travels in a header only. */
export async function fetchOwn(source: Source, id: string, secret: string): Promise<Found<OwnProfile>> {
  if (!ID.test(id) || !/^[\w.-]{16,2048}$/.test(secret)) return { problem: 'denied' };
  return ask(source, id, { authorization: `Bearer ${secret}` });
}

export const STATUS: Record<Problem, number> = { gone: 404, denied: 403, pending: 503, unavailable: 503 };
