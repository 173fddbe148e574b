"use client";

import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { errorOf, useWrite } from "@/components/people/use-write";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { CHANNEL_LABELS } from "@/core/template/channel";
import { addAddressAction } from "./actions";

/** The button beside the addresses, and the form behind it. */
export function AddAddress({ slug, personId }: { slug: string; personId: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" aria-label={t("people.addAddress")} onPress={() => setOpen(true)}>
        {t("common.add")}
      </Button>
      {open ? (
        <AddressDialog slug={slug} personId={personId} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function AddressDialog({
  slug,
  personId,
  onClose,
}: {
  slug: string;
  personId: string;
  onClose: () => void;
}) {
  const t = useText();
  const { pending, failure, run } = useWrite();
  const [channel, setChannel] = useState<"email" | "sms">("email");
  return (
    <FormDialog
      title={t("people.addAddress")}
      verb={t("people.addAddress")}
      {...{ pending, failure, onClose }}
      onSubmit={(text) =>
        run(() => addAddressAction(slug, { personId, channel, address: text("address") }), onClose)
      }
    >
      <SelectField
        label={t("people.channel")}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value === "sms" ? "sms" : "email")}
      >
        <option value="email">{CHANNEL_LABELS.email}</option>
        <option value="sms">{CHANNEL_LABELS.sms}</option>
      </SelectField>
      <TextField
        label={channel === "sms" ? t("people.phone") : t("people.email")}
        hint={channel === "sms" ? t("people.phoneHint") : undefined}
        name="address"
        type={channel === "sms" ? "tel" : "email"}
        required
        maxLength={254}
        autoComplete="off"
        error={errorOf(failure, "address")}
      />
      <p className="text-ft-2">
        {t(channel === "sms" ? "people.addSmsMeans" : "people.addEmailMeans")}
      </p>
    </FormDialog>
  );
}
