"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition } from "react";
import { useText } from "@/components/text/text-provider";
import type { Failure } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";

/** What every verb of a case needs to know. */
export type VerbProps = {
  slug: string;
  caseId: string;
  number: string;
  /** The revision on the screen, and how many decisions were on it. */
  revision: number;
  seenLines: number;
  onClose: () => void;
};

/** A form in a dialog whose last button is the verb. A conflict says what changed and offers it again. */
export function VerbDialog({
  title,
  verb,
  danger = false,
  pending,
  failure,
  disabled = false,
  focusCancel = false,
  onForget,
  onClose,
  onSubmit,
  children,
}: {
  title: string;
  verb: string;
  danger?: boolean;
  pending: boolean;
  failure: Failure | undefined;
  disabled?: boolean;
  /** For what reaches people or cannot be undone. */
  focusCancel?: boolean;
  onForget: () => void;
  onClose: () => void;
  onSubmit: (form: FormData) => void;
  children: ReactNode;
}) {
  const t = useText();
  const router = useRouter();
  const lookAgain = () =>
    startTransition(() => {
      router.refresh();
      onForget();
    });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        {children}
        {failure ? (
          <Note tone="failed">
            <p className="whitespace-pre-line">{failure.message}</p>
            {failure.isConflict ? (
              <Button size="sm" className="mt-2" onPress={lookAgain}>
                {t("case.loadChanges")}
              </Button>
            ) : null}
          </Note>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button autoFocus={focusCancel} onPress={onClose}>
            {t("case.keep")}
          </Button>
          <Button
            type="submit"
            look={danger ? "danger" : "primary"}
            pending={pending}
            isDisabled={disabled || failure?.isConflict === true}
          >
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
