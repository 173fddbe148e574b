"use client";

import { useEffect, useState } from "react";
import { Found, QUERY_MAX } from "./found";

const TYPING_MS = 120;
const NOTHING: Found = { cases: [], people: [], workflows: [] };

export type Search = { found: Found; state: "idle" | "asking" | "done" | "failed" };

/** Asks the server for `query` once typing pauses; a newer question takes the older one back. */
export function useFound(slug: string, query: string): Search {
  const [search, setSearch] = useState<Search>({ found: NOTHING, state: "idle" });
  const asked = query.trim().slice(0, QUERY_MAX);
  useEffect(() => {
    if (asked === "") {
      setSearch({ found: NOTHING, state: "idle" });
      return;
    }
    setSearch(({ found }) => ({ found, state: "asking" }));
    const question = new AbortController();
    const timer = setTimeout(() => {
      ask(slug, asked, question.signal).then(
        (found) => setSearch({ found, state: "done" }),
        () => question.signal.aborted || setSearch({ found: NOTHING, state: "failed" }),
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      question.abort();
    };
  }, [slug, asked]);
  return search;
}

async function ask(slug: string, query: string, signal: AbortSignal): Promise<Found> {
  const answer = await fetch(`/${slug}/palette?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  return Found.parse(await answer.json());
}
