import { z } from "zod";
import { spokenLanguage } from "@/core/person-side/page-language";

const PAGE_MAX = 100;

/** What the address of the page asks for; anything else in it is ignored. */
export type PageQuery = {
  /** Where the page is; null: nowhere, in a preview. */
  path: string | null;
  /** The message somebody asks about. */
  message: string | null;
  /** The page's own words, in place of the reader's language. */
  language: string | null;
  /** Which part of the topics, from 1. */
  part: number;
};

export function readQuery(url: string): PageQuery {
  const { pathname: path, searchParams: search } = new URL(url);
  const part = z.coerce.number().int().min(1).max(PAGE_MAX).catch(1);
  return {
    path,
    message: z.uuid().nullable().catch(null).parse(search.get("m")),
    language: spokenLanguage(search.get("lang") ?? ""),
    part: part.parse(search.get("part")),
  };
}

/** The page again, with one thing about it different; relative to its own address. */
export function addressOfPage(query: PageQuery, other: Partial<PageQuery>): string {
  const { message, language, part } = { ...query, ...other };
  const search = new URLSearchParams({
    ...(message !== null && { m: message }),
    ...(language !== null && { lang: language }),
    ...(part > 1 && { part: String(part) }),
  });
  return `?${search}`;
}
