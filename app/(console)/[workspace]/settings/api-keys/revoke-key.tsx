"use client";

import { useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { revokeKeyAction } from "./actions";

export function RevokeKey({ slug, id, name }: { slug: string; id: string; name: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const result = await revokeKeyAction(slug, { id });
      if (result.ok) setOpen(false);
      else setError(result.message);
    });
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
        onOpenChange={setOpen}
        title={t("settings.revokeTitle", { name })}
        verb={t("settings.revokeVerb")}
        danger
        pending={pending}
        error={error}
        onConfirm={revoke}
      >
        {t("settings.revokeText")}
      </ConfirmDialog>
    </>
  );
}
