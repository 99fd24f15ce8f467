/** Where the pages of an account are, in the default language; `shared` ends in `/`, a slug follows. */
export const PATHS = {
  home: '/',
  me: '/me',
  signIn: '/signin',
  signUp: '/signup',
  account: '/account',
  security: '/account/security',
  devices: '/account/devices',
  privacy: '/account/privacy',
  data: '/account/data',
  history: '/history',
  shared: '/r/',
  private: '/r/private',
  adminUsers: '/admin/users',
  adminAudit: '/admin/audit',
  policy: '/privacy',
  terms: '/terms',
} as const;
export type PathName = keyof typeof PATHS;
