"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import type { SaveStatus } from "./use-saved";

/** "Saving…", then "Saved." with a way back, beside the field it is about; read out politely. */
export function SavedMark({
  status,
  undo,
  field,
}: {
  status: SaveStatus;
  undo?: (() => void) | undefined;
  /** What was changed, for the name of the way back. */
  field: string;
}) {
  const t = useText();
  const isSaved = status.kind === "saved";
  return (
    <span className="flex items-center gap-2 text-xs text-ft-2">
      <span role="status" className="flex items-center gap-1">
        {status.kind === "saving" ? t("common.saving") : null}
        {isSaved ? (
          <>
            <Check aria-hidden="true" size={12} />
            {t("common.saved")}
          </>
        ) : null}
      </span>
      {isSaved && undo ? (
        <button
          type="button"
          className="ft-link min-h-6 cursor-pointer pointer-coarse:min-h-11"
          aria-label={t("settings.undoOf", { field })}
          onClick={undo}
        >
          {t("common.undo")}
        </button>
      ) : null}
    </span>
  );
}

/** Puts the mark on the line of a field's label, so that nothing moves when it appears. */
export function Marked({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <div className="relative">
      {children}
      <div className="absolute end-0 top-0">{mark}</div>
    </div>
  );
}
