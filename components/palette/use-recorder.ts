"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { SECOND_MS } from "@/core/time";
import { rememberThing } from "./recent";

/** The title of a page comes a moment after its address. */
const SETTLED_MS = 1 * SECOND_MS;
const THING = /^\/[^/]+\/(?:cases|workflows|people|messages|teams|rotas|policies)\/[^/]+$/;

/** Remembers each page of one thing under its title, for the palette. */
export function useRecorder(slug: string): void {
  const path = usePathname();
  useEffect(() => {
    if (!THING.test(path) || !path.startsWith(`/${slug}/`)) return;
    const timer = setTimeout(() => {
      const [label] = document.title.split(" · ");
      if (label) rememberThing(slug, { href: path, label });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [path, slug]);
}
