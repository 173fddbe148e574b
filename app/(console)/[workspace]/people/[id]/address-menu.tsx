"use client";

import { useState } from "react";
import { addressText } from "@/components/people/address-text";
import { LiftDialog } from "@/components/people/lift-dialog";
import { useText } from "@/components/text/text-provider";
import { ConfirmDialog } from "@/components/ui/dialog";
import { MoreMenu } from "@/components/ui/more-menu";
import { useAction } from "@/components/ui/use-action";
import type { Channel } from "@/core/template/channel";
import { removeAddressAction, unsuppressAction } from "./actions";

type Props = {
  slug: string;
  personId: string;
  channel: Channel;
  address: string;
  reason: "bounced" | "complained" | "stopped" | "manual" | null;
};

/** What can be done about one address. */
export function AddressMenu({ slug, personId, channel, address, reason }: Props) {
  const t = useText();
  const shown = addressText(t, channel, address);
  const [open, setOpen] = useState<string>();
  const { pending, failure, run, forget } = useAction();
  const close = () => {
    setOpen(undefined);
    forget();
  };
  const items = [
    ...(reason === null ? [] : [{ id: "unsuppress", label: t("people.unsuppress") }]),
    { id: "remove", label: t("people.removeAddress") },
  ];
  return (
    <>
      <MoreMenu
        label={t("people.addressActions", { address: shown })}
        size="sm"
        sections={[{ items }]}
        onAction={setOpen}
      />
      <ConfirmDialog
        open={open === "remove"}
        onOpenChange={close}
        title={t("people.removeAddress")}
        verb={t("people.removeAddress")}
        danger
        pending={pending}
        error={failure?.message}
        onConfirm={() =>
          run(() => removeAddressAction(slug, { personId, channel, address }), close)
        }
      >
        <p>{t("people.removeAddressBody", { address: shown })}</p>
      </ConfirmDialog>
      {open === "unsuppress" && reason !== null ? (
        <LiftDialog
          address={shown}
          reason={reason}
          lift={(why) => unsuppressAction(slug, { channel, address, reason: why })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
