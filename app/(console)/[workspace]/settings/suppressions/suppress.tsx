"use client";

import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { suppressAction } from "./actions";

const CHANNELS = ["email", "sms"] as const;

/** Takes addresses as they are pasted: one a line, or with commas. */
const addressesOf = (text: string): string[] =>
  text
    .split(/[\n,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

export function Suppress({ slug }: { slug: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { pending, failure, run, forget } = useAction();
  const close = () => {
    setOpen(false);
    forget();
  };
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        {t("suppressions.add")}
      </Button>
      {open ? (
        <FormDialog
          title={t("suppressions.add")}
          verb={t("suppressions.addVerb")}
          {...{ pending, failure }}
          onClose={close}
          onSubmit={(text) =>
            run(
              () =>
                suppressAction(slug, {
                  channel: text("channel") === "sms" ? "sms" : "email",
                  addresses: addressesOf(text("addresses")),
                }),
              ({ added }) => {
                close();
                showToast(t("suppressions.added", { n: added }));
              },
            )
          }
        >
          <SelectField label={t("suppressions.channel")} name="channel" defaultValue="email">
            {CHANNELS.map((name) => (
              <option key={name} value={name}>
                {t(`settings.channel_${name}`)}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            label={t("suppressions.addresses")}
            hint={t("suppressions.addressesHint")}
            name="addresses"
            rows={5}
            required
          />
        </FormDialog>
      ) : null}
    </>
  );
}
