"use client";

import { useMemo } from "react";
import { dropGaps, type GapPlace, gapsOf } from "@/core/workflow/edit/gaps";
import { useEditor, useOutline } from "../editor-context";
import { gapAt } from "./plan-nodes";

/** The gaps of the plan by key, with what each is at the moment: a plus, or a place to drop. */
export function useGaps() {
  const outline = useOutline();
  const moving = useEditor((state) => state.moving);
  const current = useEditor((state) => state.current);
  const places = useMemo(
    () => new Map(gapsOf(outline).map((place) => [place.key, place])),
    [outline],
  );
  const allowed = useMemo(
    () => moving && new Set(dropGaps(outline, new Set(moving.ids)).map(({ key }) => key)),
    [outline, moving],
  );
  const near = useMemo(() => gapAt(outline, current, "after")?.key, [outline, current]);
  const dropOf = (key: string): "no" | "may" | "here" | undefined => {
    if (!allowed) return undefined;
    if (!allowed.has(key)) return "no";
    return moving?.gap === key ? "here" : "may";
  };
  return {
    places: places as ReadonlyMap<string, GapPlace>,
    dropOf,
    isNear: (key: string) => key === near,
  };
}
