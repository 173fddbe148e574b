"use client";

import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { addAddressAction } from "./actions";

const FIELD = {
  email: { label: "people.email", hint: undefined, type: "email", means: "people.addEmailMeans" },
  sms: {
    label: "people.phone",
    hint: "people.phoneHint",
    type: "tel",
    means: "people.addSmsMeans",
  },
  push: { label: "push.token", hint: "push.tokenHint", type: "text", means: "push.tokenMeans" },
  webhook: {
    label: "push.webhook",
    hint: "push.webhookHint",
    type: "url",
    means: "push.webhookMeans",
  },
} as const;
/** The channels whose addresses somebody can write down; a browser gives its own, an app its token. */
type Written = keyof typeof FIELD;
const WRITTEN: readonly Written[] = ["email", "sms", "push", "webhook"];

const CHARS_MAX = { email: 254, sms: 254, push: 1_000, webhook: 500 } as const satisfies Record<
  Written,
  number
>;

const given = (channel: Written, address: string) =>
  channel === "push" ? { channel, address: { token: address } } : { channel, address };

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
  const { pending, failure, run } = useAction();
  const [channel, setChannel] = useState<Written>("email");
  const { label, hint, type, means } = FIELD[channel];
  const error = errorOf(failure, "address") ?? errorOf(failure, "address.token");
  return (
    <FormDialog
      title={t("people.addAddress")}
      verb={t("people.addAddress")}
      {...{ pending, failure, onClose }}
      isSaid={error !== undefined}
      onSubmit={(text) =>
        run(() => addAddressAction(slug, { personId, ...given(channel, text("address")) }), onClose)
      }
    >
      <SelectField
        label={t("people.channel")}
        value={channel}
        onChange={(event) =>
          setChannel(WRITTEN.find((one) => one === event.currentTarget.value) ?? "email")
        }
      >
        {WRITTEN.map((one) => (
          <option key={one} value={one}>
            {t("messages.channelName", { channel: one })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t(label)}
        hint={hint && t(hint)}
        name="address"
        type={type}
        required
        maxLength={CHARS_MAX[channel]}
        autoComplete="off"
        error={error}
      />
      <p className="text-ft-2">{t(means)}</p>
    </FormDialog>
  );
}
