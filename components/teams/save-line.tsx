"use client";

import { useText } from "@/components/text/text-provider";
import type { Failure } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { LeaveGuard } from "@/components/ui/leave-guard";
import { Note } from "@/components/ui/note";

/** The foot of a form that is saved when asked to: what was refused, the button, and whether all is kept. */
export function SaveLine({
  verb,
  isChanged,
  isWrong,
  pending,
  failure,
  onSave,
}: {
  verb: string;
  isChanged: boolean;
  /** A field says what is wrong with it, so nothing is saved. */
  isWrong: boolean;
  pending: boolean;
  failure: Failure | undefined;
  onSave: () => void;
}) {
  const t = useText();
  return (
    <div className="grid gap-3">
      <LeaveGuard isUnsaved={isChanged && !pending} />
      {isWrong ? <Note tone="failed">{t("policies.mendFirst")}</Note> : null}
      {failure ? <Note tone="failed">{failure.message}</Note> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" pending={pending} isDisabled={!isChanged} onPress={onSave}>
          {verb}
        </Button>
        <span role="status" className="text-xs text-ft-3">
          {t(isChanged ? "contents.unsaved" : "contents.saved")}
        </span>
      </div>
    </div>
  );
}
