/** What somebody with an account may be. Everybody begins as a taker. */
export const ROLES = ['taker', 'editor', 'analyst', 'support', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles whose people somebody may act on: those below one's own; for an admin all. */
export const rolesUnder = (role: Role): Role[] =>
  role === 'admin' ? [...ROLES] : ROLES.slice(0, ROLES.indexOf(role));

/** The one map of rights: permission → roles that have it. What is not here is for everybody or for one's own only. */
export const PERMISSIONS = {
  'users.find': ['support', 'admin'],
  'users.read': ['support', 'admin'],
  'users.suspend': ['support', 'admin'],
  'users.role': ['admin'],
  'audit.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role carries a permission. */
export const permits = (role: Role, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).includes(role);
