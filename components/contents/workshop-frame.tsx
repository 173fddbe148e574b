"use client";

import { type ReactNode, useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { Failure } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { LeaveGuard } from "@/components/ui/leave-guard";
import { Note } from "@/components/ui/note";
import { Segments } from "./segments";

type Props = {
  isChanged: boolean;
  /** What stands against saving; empty where nothing does. */
  problems: readonly string[];
  readOnly: boolean;
  pending: boolean;
  failure: Failure | undefined;
  onSave: () => void;
  preview: ReactNode;
  children: ReactNode;
};

/** Fields and what they make of an email, side by side or, on a phone, one of the two; saved when asked to. */
export function WorkshopFrame(props: Props) {
  const { isChanged, problems, readOnly, pending, failure, onSave, preview, children } = props;
  const t = useText();
  const [view, setView] = useState<"write" | "preview">("write");
  const hiddenOnPhone = (of: typeof view) => (view === of ? "" : "max-lg:hidden");
  return (
    <div className="grid gap-4">
      <LeaveGuard isUnsaved={isChanged} />
      <div className="flex flex-wrap items-center gap-3">
        <div className="lg:hidden">
          <Segments
            label={t("contents.tabs")}
            options={[
              { value: "write", label: t("contents.writeTab") },
              { value: "preview", label: t("contents.previewTab") },
            ]}
            value={view}
            onChange={setView}
          />
        </div>
        {readOnly ? null : (
          <>
            <Button
              look="primary"
              pending={pending}
              isDisabled={!isChanged || problems.length > 0}
              onPress={onSave}
            >
              {t("contents.save")}
            </Button>
            <span role="status" className="text-xs text-ft-3">
              {t(isChanged ? "contents.unsaved" : "contents.saved")}
            </span>
          </>
        )}
      </div>
      {problems.length > 0 ? <Note tone="due">{problems.join(" ")}</Note> : null}
      {failure ? (
        <Note tone="failed">
          {failure.message} {failure.errors.map(({ message }) => message).join("; ")}
        </Note>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className={`grid content-start gap-5 ${hiddenOnPhone("write")}`}>{children}</div>
        <div className={hiddenOnPhone("preview")}>{preview}</div>
      </div>
    </div>
  );
}
