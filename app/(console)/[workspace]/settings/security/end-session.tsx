"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { endOtherSessionsAction, endSessionAction } from "./actions";

export function EndSession({
  slug,
  sessionId,
  device,
}: {
  slug: string;
  sessionId: string;
  device: string;
}) {
  const t = useText();
  const { pending, run } = useAction("toast");
  const end = () => run(() => endSessionAction(slug, { sessionId }));
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={t("auth.endSessionOf", { device })}
      onPress={end}
    >
      {t("auth.endSession")}
    </Button>
  );
}

export function EndOtherSessions({ slug }: { slug: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [ended, setEnded] = useState<number>();
  const { pending, failure, run, forget } = useAction();
  const end = () =>
    run(
      () => endOtherSessionsAction(slug, {}),
      (count) => {
        setEnded(count);
        setOpen(false);
      },
    );
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onPress={() => setOpen(true)}>{t("auth.endOthers")}</Button>
      <span role="status" className="text-ft-2">
        {ended === undefined ? "" : t("auth.endedOthers", { count: ended })}
      </span>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          forget();
        }}
        title={t("auth.endOthers")}
        verb={t("auth.endOthers")}
        danger
        pending={pending}
        error={failure?.message}
        onConfirm={end}
      >
        {t("auth.endOthersLead")}
      </ConfirmDialog>
    </div>
  );
}
