const HERE = 'https://here.invalid';
/** Pages that lead in: nobody is sent back to a door. */
const DOORS = /^\/(\w\w\/)?(signin|signup|reset)(\/|$)/;

/** A path of this site from `?to=`, or null: anything that leads elsewhere, or back to a door, is dropped. */
export function safePath(to: string | null): string | null {
  if (!to?.startsWith('/') || /[\\\p{Cc}]/u.test(to)) return null;
  try {
    const { origin, pathname, search, hash } = new URL(to, HERE);
    // `/.//evil.example` stays at our origin and still reads as another host once it is only a path.
    if (origin !== HERE || pathname.startsWith('//') || pathname.startsWith('/api/')) return null;
    return DOORS.test(pathname) ? null : pathname + search + hash;
  } catch {
    return null;
  }
}
