"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import type { Failure } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";

/** A form in a dialog whose last button is the verb; what was refused stands above it, and nothing typed is lost. */
export function FormDialog({
  title,
  verb,
  danger = false,
  size = "md",
  pending,
  failure,
  isSaid = false,
  onClose,
  onSubmit,
  children,
}: {
  title: string;
  verb: string;
  /** Cannot be undone or reaches people: Cancel has the focus. */
  danger?: boolean;
  size?: "sm" | "md" | "lg";
  pending: boolean;
  failure: Failure | undefined;
  /** A field says it already. */
  isSaid?: boolean;
  onClose: () => void;
  onSubmit: (text: (name: string) => string) => void;
  children: ReactNode;
}) {
  const t = useText();
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} size={size}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          onSubmit((name) => String(form.get(name) ?? "").trim());
        }}
      >
        {children}
        {failure && !isSaid ? <Note tone="failed">{failure.message}</Note> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button autoFocus={danger} onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" look={danger ? "danger" : "primary"} pending={pending}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
