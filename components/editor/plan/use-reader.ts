"use client";

import { useWorld } from "../editor-context";
import type { Reader } from "./plan-words";

/** How this operator reads the plan: their language, the workspace's names. */
export function useReader(): Reader {
  return useWorld().reader;
}
