/** Every problem the API can answer with: code → HTTP status and what it means. The list only grows. */
export const PROBLEMS = {
  malformed_json: { status: 400, title: 'The body is not valid JSON.' },
  invalid_field: { status: 422, title: 'A field has a value the API does not accept.' },
  unsupported_media_type: { status: 415, title: 'The body must be application/json.' },
  body_too_large: { status: 413, title: 'The body is larger than this operation accepts.' },
  batch_too_large: { status: 413, title: 'Too many entries in one batch.' },
  not_found: { status: 404, title: 'There is nothing at this address.' },
  method_not_allowed: { status: 405, title: 'This address does not answer to this method.' },
  rate_limited: { status: 429, title: 'Too many requests. Wait a moment.' },
  origin_not_allowed: { status: 403, title: 'Requests from this origin are not accepted.' },
  secret_required: { status: 401, title: 'This needs the secret that came with it, as a bearer token.' },
  secret_wrong: { status: 403, title: 'The secret does not belong to this.' },
  assessment_not_found: { status: 404, title: 'There is no such assessment.' },
  version_not_found: { status: 404, title: 'There is no such published version.' },
  session_not_found: { status: 404, title: 'There is no such session: never begun, deleted or expired.' },
  session_completed: { status: 409, title: 'The session is complete; its answers are final.' },
  session_not_completed: { status: 409, title: 'The session is not complete yet.' },
  seq_gap: { status: 409, title: 'An answer is missing before this one.' },
  seq_conflict: { status: 409, title: 'Another answer was already stored under this number.' },
  unknown_item: { status: 422, title: 'The item is not part of this version.' },
  category_out_of_range: { status: 422, title: 'The category is not one of the scale.' },
  too_few_answers: { status: 409, title: 'Too few questions are answered to complete.' },
  upgrade_required: { status: 426, title: 'This address speaks WebSocket only.' },
  profile_not_found: { status: 404, title: 'There is no such result: never made, hidden or deleted.' },
  profile_pending: {
    status: 503,
    title: 'The result is made and safe; its record is being written. Ask again.',
  },
  card_not_found: { status: 404, title: 'There is no such card.' },
  pdf_failed: { status: 502, title: 'The PDF could not be made. Ask again to retry.' },
  idempotency_mismatch: { status: 422, title: 'This Idempotency-Key came with another body before.' },
  request_in_progress: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still under way.',
  },
  token_required: { status: 401, title: 'This needs an account: sign in first.' },
  token_invalid: { status: 401, title: 'The access token is not valid, or no longer.' },
  refresh_invalid: { status: 401, title: 'The refresh token is not valid, or no longer. Sign in again.' },
  not_allowed: { status: 403, title: 'Your role does not allow this.' },
  reauthentication_required: { status: 403, title: 'Prove again who you are, then repeat this.' },
  second_factor_needed: { status: 403, title: 'This account proves itself by its second factor here.' },
  credentials_wrong: { status: 401, title: 'Email address and password do not go together.' },
  password_common: { status: 422, title: 'This password is one of the most used. Take another.' },
  under_age: { status: 403, title: 'Accounts are for people of 14 years and older.' },
  code_wrong: { status: 422, title: 'The code is not right, or already used.' },
  challenge_expired: { status: 410, title: 'This step has expired or was finished already. Begin it again.' },
  account_suspended: { status: 403, title: 'The account is suspended.' },
  account_deleted: { status: 403, title: 'The account is being deleted; it can still be restored.' },
  account_not_deleted: { status: 409, title: 'The account is not being deleted.' },
  email_taken: { status: 409, title: 'Another account uses this email address.' },
  user_not_found: { status: 404, title: 'There is no such account.' },
  auth_session_not_found: { status: 404, title: 'There is no such sign-in.' },
  last_admin: { status: 409, title: 'The last admin must stay one.' },
  mfa_on: { status: 409, title: 'The authenticator app is set up already.' },
  mfa_off: { status: 409, title: 'No authenticator app is set up, or none is waiting for its first code.' },
  passkey_refused: { status: 422, title: 'The passkey could not be verified.' },
  passkey_not_found: { status: 404, title: 'There is no such passkey.' },
  provider_off: { status: 409, title: 'Signing in with this provider is not set up here.' },
  provider_refused: { status: 403, title: 'The provider did not confirm the sign-in.' },
  provider_failed: { status: 502, title: 'The provider does not answer as it should. Try again.' },
  identity_taken: { status: 409, title: 'This provider account belongs to another account here.' },
  identity_not_found: { status: 404, title: 'This provider is not linked.' },
  link_instead: {
    status: 409,
    title: 'An account with this address exists: sign in, then link the provider.',
  },
  last_way_in: { status: 409, title: 'Without this only a mailed link would be left to sign in.' },
  profile_claimed: { status: 409, title: 'This result belongs to another account.' },
  export_not_found: { status: 404, title: 'There is no such export: never asked for, expired or deleted.' },
  export_pending: { status: 409, title: 'The export is not ready yet.' },
  unavailable: { status: 503, title: 'A part of the service does not answer. Try again soon.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every error: RFC 9457, media type application/problem+json. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  requestId: string;
  detail?: string;
  /** Path of the field at fault, dotted: `answers.0.category`. */
  field?: string;
  errors?: { field: string; message: string }[];
  /** For `seq_gap` and `seq_conflict`: the next number the session expects. */
  expected?: number;
}
