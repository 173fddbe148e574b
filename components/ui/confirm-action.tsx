"use client";

import type { ReactNode } from "react";
import type { ActionAnswer } from "./action-answer";
import { ConfirmDialog } from "./dialog";
import { useAction } from "./use-action";

/** An open question: confirming it acts, and what was refused stands in it. */
export function ConfirmAction<T>({
  title,
  verb,
  danger = false,
  act,
  onClose,
  onDone,
  children,
}: {
  title: string;
  verb: string;
  danger?: boolean;
  act: () => Promise<ActionAnswer<T>>;
  onClose: () => void;
  onDone: (value: T) => void;
  children: ReactNode;
}) {
  const { failure, pending, run } = useAction();
  return (
    <ConfirmDialog
      open
      onOpenChange={(next) => next || onClose()}
      {...{ title, verb, danger, pending }}
      error={failure?.message}
      onConfirm={() => run(act, onDone)}
    >
      {children}
    </ConfirmDialog>
  );
}
