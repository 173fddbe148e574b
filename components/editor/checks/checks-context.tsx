"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ActionAnswer } from "@/components/ui/action-answer";
import type { Instant } from "@/core/time";
import type { Problem } from "@/core/workflow/validate";

/** What can be done with the checks of an open editor. */
export type Checks = {
  markOf: (problem: Problem) => string;
  /** Null for who may only read. */
  accept: ((check: string, note: string) => Promise<ActionAnswer<unknown>>) | null;
  takeBack: ((check: string) => Promise<ActionAnswer<unknown>>) | null;
  clock: { now: Instant; viewerZone: string };
};

const Context = createContext<Checks | null>(null);

/** Beside the editor's world: it changes with every edit, and only what shows checks reads it. */
export const ChecksProvider = ({ checks, children }: { checks: Checks; children: ReactNode }) => (
  <Context value={checks}>{children}</Context>
);

/** Null where a form stands outside of an editor. */
export const useChecks = (): Checks | null => useContext(Context);
