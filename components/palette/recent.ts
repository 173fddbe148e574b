"use client";

import { z } from "zod";

/** The things of a workspace that were looked at last, newest first. */
export const RECENT_MAX = 8;
const LABEL_MAX = 120;

const Recent = z.array(z.object({ href: z.string(), label: z.string() })).max(RECENT_MAX);
export type RecentThing = z.infer<typeof Recent>[number];

const keyOf = (slug: string): string => `ft-recent:${slug}`;

export function recentThings(slug: string): RecentThing[] {
  try {
    const stored = Recent.safeParse(JSON.parse(localStorage.getItem(keyOf(slug)) ?? "[]"));
    return stored.success ? stored.data : [];
  } catch {
    return [];
  }
}

/** Puts a thing first; a browser that keeps nothing just forgets it. */
export function rememberThing(slug: string, thing: RecentThing): void {
  const others = recentThings(slug).filter(({ href }) => href !== thing.href);
  const newest = [{ ...thing, label: thing.label.slice(0, LABEL_MAX) }, ...others];
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify(newest.slice(0, RECENT_MAX)));
  } catch {}
}
