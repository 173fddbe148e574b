"use client";

import { useText } from "@/components/text/text-provider";
import { showToast } from "@/components/ui/toast";
import type { CaseBefore } from "@/core/case/take-back";
import { takeBackAction } from "./actions";

/** Says that a case was snoozed or given to somebody, with the way back for ten seconds. */
export function useTakenBack(slug: string) {
  const t = useText();
  return (
    caseId: string,
    verb: "snooze" | "reassign",
    before: CaseBefore,
    words: { done: string; undone: string },
  ) => {
    const run = async () => {
      const result = await takeBackAction(slug, { caseId, verb, before });
      if (result.ok) showToast(words.undone);
      else showToast(result.message, { failed: true });
    };
    showToast(words.done, { action: { label: t("common.undo"), run: () => void run() } });
  };
}
