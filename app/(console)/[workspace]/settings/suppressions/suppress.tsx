"use client";

import { useState } from "react";
import { DialogButton } from "@/components/people/dialog-button";
import { useText } from "@/components/text/text-provider";
import type { Failure } from "@/components/ui/action-answer";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { suppressAction } from "./actions";

const CHANNELS = ["email", "sms"] as const;

/** Takes addresses as they are pasted: one a line, or with commas. */
const addressesOf = (text: string): string[] =>
  text
    .split(/[\n,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Wrong addresses that are named at once. */
const WRONG_SHOWN_MAX = 5;

export function Suppress({ slug }: { slug: string }) {
  const t = useText();
  const [sent, setSent] = useState<string[]>([]);
  const wrongIn = (failure: Failure | undefined) => {
    const wrong = (failure?.errors ?? []).flatMap(({ path, message }) => {
      const address = sent[Number(/^addresses\.(\d+)$/.exec(path)?.[1])];
      return address === undefined ? [] : [t("suppressions.wrong", { address, why: message })];
    });
    if (wrong.length === 0) return undefined;
    const more = wrong.length - WRONG_SHOWN_MAX;
    const said = wrong.slice(0, WRONG_SHOWN_MAX);
    return [...said, ...(more > 0 ? [t("suppressions.wrongMore", { n: more })] : [])].join(" ");
  };
  return (
    <DialogButton
      label={t("suppressions.add")}
      verb={t("suppressions.addVerb")}
      look="primary"
      act={(text) => {
        const addresses = addressesOf(text("addresses"));
        setSent(addresses);
        return suppressAction(slug, {
          channel: text("channel") === "sms" ? "sms" : "email",
          addresses,
        });
      }}
      isSaid={(failure) => wrongIn(failure) !== undefined}
      done={({ added }) => showToast(t("suppressions.added", { n: added }))}
    >
      {(failure) => (
        <>
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
            error={wrongIn(failure)}
          />
        </>
      )}
    </DialogButton>
  );
}
