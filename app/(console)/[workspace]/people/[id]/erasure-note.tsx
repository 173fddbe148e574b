"use client";

import { type ReactNode, useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { declineErasureAction } from "./actions";
import { EraseDialog } from "./erase-dialog";

/** A request to be erased, with the two answers to it; who may not give one only reads it. */
export function ErasureNote({
  slug,
  personId,
  name,
  mayAnswer,
  children,
}: {
  slug: string;
  personId: string;
  name: string;
  mayAnswer: boolean;
  children: ReactNode;
}) {
  const t = useText();
  const [open, setOpen] = useState<"erase" | "decline">();
  const { pending, failure, run } = useAction();
  const close = () => setOpen(undefined);
  return (
    <Note tone="due">
      <p>{children}</p>
      {mayAnswer ? (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onPress={() => setOpen("erase")}>
            {t("people.erase")}
          </Button>
          <Button size="sm" onPress={() => setOpen("decline")}>
            {t("personside.decline")}
          </Button>
        </div>
      ) : null}
      {open === "erase" ? <EraseDialog {...{ slug, personId, name }} onClose={close} /> : null}
      {open === "decline" ? (
        <FormDialog
          title={t("personside.declineTitle", { name })}
          verb={t("personside.decline")}
          {...{ pending, failure }}
          onClose={close}
          onSubmit={() => run(() => declineErasureAction(slug, { personId }), close)}
        >
          <p>{t("personside.declineBody")}</p>
        </FormDialog>
      ) : null}
    </Note>
  );
}
