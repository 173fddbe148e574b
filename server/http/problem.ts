import { STATUS_CODES } from "node:http";
import { ValidationError } from "@orpc/contract";
import type { Logger } from "pino";
import { z } from "zod";
import type { Problem } from "@/core/contracts/problem";
import { AppError, type FieldError } from "@/core/errors";
import { isDatabaseAway, isRetryable } from "./database-error";
import { fieldErrors } from "./field-errors";

const RETRY_AFTER_S = 1;
const ERRORS_MAX = 100;

/** Every refusal of the API: RFC 9457, without a stack, SQL or another program's words. */
export function problemResponse(error: unknown, requestId: string, log: Logger): Response {
  const refusal = refusalOf(error);
  if (!refusal) log.error({ err: error, requestId }, "request failed");
  const status = refusal?.status ?? 500;
  const problem: Problem = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: refusal?.message ?? "Something broke on our side. Nothing was changed; try again.",
    code: refusal?.code ?? "internal",
    ...(refusal && refusal.errors.length > 0
      ? { errors: refusal.errors.slice(0, ERRORS_MAX) }
      : {}),
    requestId,
  };
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (refusal?.retryAfterS !== undefined) headers.set("retry-after", String(refusal.retryAfterS));
  if (status === 401) headers.set("www-authenticate", "Bearer");
  if (refusal?.allow) headers.set("allow", refusal.allow);
  return new Response(JSON.stringify(problem), { status, headers });
}

type Refusal = {
  status: number;
  code: string;
  message: string;
  errors: FieldError[];
  retryAfterS?: number | undefined;
  allow?: string;
};

/** The address exists, but not with this method. */
export class MethodNotAllowed extends Error {
  readonly allow: string;

  constructor(allow: string) {
    super(`This address answers ${allow}.`);
    this.allow = allow;
  }
}

/** What to tell the caller; undefined for what is our own fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof AppError) {
    const { status, code, message, errors, retryAfterS } = error;
    return { status, code, message, errors, retryAfterS };
  }
  if (error instanceof MethodNotAllowed) {
    return {
      status: 405,
      code: "method_not_allowed",
      message: error.message,
      errors: [],
      allow: error.allow,
    };
  }
  const issues = issuesOf(error);
  if (issues) {
    const errors = fieldErrors(issues);
    const message = errors[0] ? sentenceOf(errors[0]) : "The request is not valid.";
    return { status: 422, code: "invalid", message, errors };
  }
  if (isDatabaseAway(error) || isRetryable(error)) {
    const message = "The database cannot answer right now. Nothing was changed; try again.";
    return { status: 503, code: "unavailable", message, errors: [], retryAfterS: RETRY_AFTER_S };
  }
  return undefined;
}

const sentenceOf = ({ path, message }: FieldError): string =>
  path === "" ? message : `${path}: ${message}`;

/** The input's faults; a fault of our own output is not the caller's. */
function issuesOf(error: unknown): readonly z.core.$ZodIssue[] | undefined {
  if (error instanceof z.ZodError) return error.issues;
  if (!(error instanceof Error) || !(error.cause instanceof ValidationError)) return undefined;
  if (error.cause.message !== "Input validation failed") return undefined;
  return error.cause.issues as readonly z.core.$ZodIssue[];
}
