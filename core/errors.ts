/** Codes the API speaks, with the HTTP status each one has. */
const STATUS = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** One thing wrong with an input, and where: `path` is dotted, with indexes (`stages.0.steps.1.for`). */
export type FieldError = { path: string; message: string };

/**
 * An outcome the caller should be told about. `message` is shown to people, so it never
 * holds SQL or provider text; those go in `cause`, for the log.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[];
  /** Seconds after which the same call may succeed. */
  readonly retryAfterS: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & { errors?: FieldError[]; retryAfterS?: number } = {},
  ) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
    this.errors = options.errors ?? [];
    this.retryAfterS = options.retryAfterS;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
