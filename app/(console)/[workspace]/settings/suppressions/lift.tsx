"use client";

import { useState } from "react";
import { LiftDialog } from "@/components/people/lift-dialog";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { Channel } from "@/core/template/channel";
import { liftAction } from "./actions";

export function Lift({
  slug,
  shown,
  channel,
  address,
  reason,
}: {
  slug: string;
  shown: string;
  channel: Channel;
  address: string;
  reason: "bounced" | "complained" | "stopped" | "manual";
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        aria-label={t("suppressions.liftOf", { address: shown })}
        onPress={() => setOpen(true)}
      >
        {t("people.unsuppress")}
      </Button>
      {open ? (
        <LiftDialog
          address={shown}
          reason={reason}
          lift={(why) => liftAction(slug, { channel, address, reason: why })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
