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
  card_not_found: { status: 404, title: 'There is no such card.' },
  pdf_failed: { status: 502, title: 'The PDF could not be made. Ask again to retry.' },
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
