"use client";

import { type ReactNode, useState } from "react";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { SecretOnce } from "./secret-once";

/** Asks whether a signing secret is to be made anew, and shows the new one this once. */
export function NewSecret({
  title,
  verb,
  text,
  make,
  onClose,
  children,
}: {
  title: string;
  verb: string;
  /** What the secret is for. */
  text?: string;
  make: () => Promise<ActionAnswer<{ secret: string }>>;
  onClose: () => void;
  /** What it means for whoever uses the one so far. */
  children: ReactNode;
}) {
  const [secret, setSecret] = useState<string>();
  if (secret === undefined) {
    return (
      <ConfirmAction
        {...{ title, verb, onClose }}
        act={make}
        onDone={(made) => setSecret(made.secret)}
      >
        {children}
      </ConfirmAction>
    );
  }
  return (
    <Dialog open onOpenChange={(next) => next || onClose()} title={title}>
      <SecretOnce {...{ secret, text }} onDone={onClose} />
    </Dialog>
  );
}
