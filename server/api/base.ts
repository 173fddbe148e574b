import { implement } from "@orpc/server";
import { contract } from "@/core/contracts";
import { AppError } from "@/core/errors";
import type { Caller } from "@/server/api-keys/authenticate";
import type { Ctx } from "@/server/context";
import { ifMatchRevision } from "@/server/http/etag";
import { preferredLocale } from "@/server/http/language";
import type { Reply } from "@/server/http/reply";

/** What every endpoint gets beside its input. */
export type ApiContext = {
  ctx: Ctx;
  caller: Caller;
  headers: Headers;
  reply: Reply;
};

/** The contract, to be filled in by handlers. */
export const api = implement(contract).$context<ApiContext>();

/** In whose language and zone sentences are written. */
export const readerOf = ({ headers, caller }: ApiContext) => ({
  locale: preferredLocale(headers.get("accept-language"), caller.locale),
  zone: caller.timeZone,
});

/** The revision a request insists on. */
export const revisionOf = ({ headers }: ApiContext) => ifMatchRevision(headers.get("if-match"));

/** Answers 201 for a thing that is new, 200 for one that was replaced. */
export function answerCreated({ reply }: ApiContext, created: boolean): void {
  reply.status = created ? 201 : 200;
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AppError("not_found", `There is no such ${what}.`);
  return value;
}
