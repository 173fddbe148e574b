"use client";

import { useText } from "@/components/text/text-provider";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import type { CaseBefore, CaseGiven } from "@/core/case/take-back";
import { takeBackAction } from "./actions";

/** Says that a case was snoozed or given to somebody, with the way back for ten seconds. */
export function useTakenBack(slug: string) {
  const t = useText();
  const { run } = useAction("toast");
  return (
    caseId: string,
    given: CaseGiven,
    before: CaseBefore,
    words: { done: string; undone: string },
  ) => {
    const undo = () =>
      run(
        () => takeBackAction(slug, { caseId, given, before }),
        () => showToast(words.undone),
      );
    showToast(words.done, { action: { label: t("common.undo"), run: undo } });
  };
}
