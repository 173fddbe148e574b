"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { addressText } from "@/components/people/address-text";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
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
export function AddressMenu(props: Props) {
  const t = useText();
  const { slug, personId, channel, address, reason } = props;
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
      <Menu
        label={t("people.addressActions", { address: shown })}
        align="end"
        sections={[{ items }]}
        onAction={setOpen}
        trigger={
          <IconButton size="sm" label={t("people.addressActions", { address: shown })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
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
        <UnsuppressDialog {...props} reason={reason} onClose={close} />
      ) : null}
    </>
  );
}

function UnsuppressDialog({
  slug,
  personId,
  channel,
  address,
  reason: was,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const isTheirChoice = was === "stopped" || was === "complained";
  return (
    <FormDialog
      title={t("people.unsuppressTitle", { address: addressText(t, channel, address) })}
      verb={t("people.unsuppress")}
      danger
      {...{ pending, failure, onClose }}
      onSubmit={(text) =>
        run(
          () => unsuppressAction(slug, { personId, channel, address, reason: text("reason") }),
          onClose,
        )
      }
    >
      <p>{t("people.unsuppressBody")}</p>
      {isTheirChoice ? <Note tone="due">{t("people.unsuppressTheirs")}</Note> : null}
      <TextAreaField
        label={t("people.reason")}
        hint={t("people.unsuppressReasonHint")}
        name="reason"
        rows={3}
        required
        minLength={3}
        maxLength={500}
        error={errorOf(failure, "reason")}
      />
    </FormDialog>
  );
}
