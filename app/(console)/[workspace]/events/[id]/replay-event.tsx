"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { replayAction } from "../actions";

/** Lets the same event arrive once more, after asking: it may open cases and send messages. */
export function ReplayEvent({
  slug,
  id,
  name,
  size = "md",
}: {
  slug: string;
  id: string;
  name: string;
  size?: "sm" | "md";
}) {
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { pending, failure, run, forget } = useAction();
  return (
    <>
      <Button
        size={size}
        look={size === "md" ? "primary" : "secondary"}
        onPress={() => setOpen(true)}
      >
        {t("events.replay")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          forget();
        }}
        title={t("events.replayTitle", { name })}
        verb={t("events.replay")}
        pending={pending}
        error={failure?.message}
        onConfirm={() =>
          run(
            () => replayAction(slug, { id }),
            ({ eventId }) => router.push(`/${slug}/events/${eventId}`),
          )
        }
      >
        <p>{t("events.replayBody")}</p>
      </ConfirmDialog>
    </>
  );
}
