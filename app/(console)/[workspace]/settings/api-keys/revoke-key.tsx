"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { revokeKeyAction } from "./actions";

export function RevokeKey({ slug, id, name }: { slug: string; id: string; name: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { pending, failure, run, forget } = useAction();
  const revoke = () =>
    run(
      () => revokeKeyAction(slug, { id }),
      () => setOpen(false),
    );
  return (
    <>
      <Button
        size="sm"
        aria-label={t("settings.revokeNamed", { name })}
        onPress={() => setOpen(true)}
      >
        {t("settings.revoke")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          forget();
        }}
        title={t("settings.revokeTitle", { name })}
        verb={t("settings.revokeVerb")}
        danger
        pending={pending}
        error={failure?.message}
        onConfirm={revoke}
      >
        {t("settings.revokeText")}
      </ConfirmDialog>
    </>
  );
}
