import { oc, type Route } from "@orpc/contract";
import { z } from "zod";
import type { Scope } from "./scope";

/** Longest list a request may ask for, and what it gets when it does not ask. */
export const PAGE_LIMIT_MAX = 200;
export const PAGE_LIMIT_DEFAULT = 50;

const CURSOR_CHARS_MAX = 512;

/** `accepts`: what a body may be written in beside JSON. */
export type EndpointMeta = {
  scope: Scope;
  accepts: readonly ("yaml" | "csv")[];
  /** Its answer holds a secret: kept for repeats it is sealed. */
  answersSecret: boolean;
};

/**
 * One endpoint of `/api/v1`: what it needs (`scope`) and where it is. Inputs come apart as
 * `{ params, query, body }`, so that a field of the body can never pass for one of the address.
 */
export const endpoint = (
  scope: Scope,
  route: Route,
  accepts: EndpointMeta["accepts"] = [],
  { answersSecret = false } = {},
) =>
  oc
    .$meta<EndpointMeta>({ scope, accepts, answersSecret })
    .route({ ...route, inputStructure: "detailed" });

/** Any text a filter may look for; no control characters, which PostgreSQL would refuse. */
export const FilterText = z
  .string()
  .max(256)
  .regex(/^[^\p{Cc}]*$/u, "no control characters");

export const pageQuery = {
  limit: z.coerce
    .number<string>("a whole number")
    .int()
    .min(1)
    .max(PAGE_LIMIT_MAX)
    .default(PAGE_LIMIT_DEFAULT)
    .meta({ description: `How many, at most ${PAGE_LIMIT_MAX}`, examples: [PAGE_LIMIT_DEFAULT] }),
  cursor: z
    .string()
    .max(CURSOR_CHARS_MAX)
    .optional()
    .meta({ description: "`nextCursor` of the page before; opaque" }),
};

export const PageQuery = z.strictObject(pageQuery);
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list, newest first. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: "null on the last page" }),
  });
