"use client";

import { DialogButton } from "@/components/people/dialog-button";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { LEGAL_BASES, type LegalBasis } from "@/core/contracts/consents";
import { Channel } from "@/core/template/channel";
import { recordConsentAction } from "./actions";

type Topic = { key: string; name: string };

/** Writes down what a person said elsewhere: on paper, on the phone, in another system. */
export function RecordConsent({
  slug,
  personId,
  topics,
}: {
  slug: string;
  personId: string;
  topics: readonly Topic[];
}) {
  const t = useText();
  return (
    <DialogButton
      label={t("people.recordConsent")}
      verb={t("people.recordVerb")}
      size="sm"
      act={(text) =>
        recordConsentAction(slug, {
          personId,
          channel: Channel.catch("sms").parse(text("channel")),
          topic: text("topic") || null,
          granted: text("granted") === "yes",
          legalBasis: text("basis") as LegalBasis,
          source: text("source"),
          wording: text("wording") === "" ? null : { text: text("wording") },
        })
      }
    >
      {(failure) => (
        <>
          <SelectField label={t("people.what")} name="granted" defaultValue="yes">
            <option value="yes">{t("people.granted")}</option>
            <option value="no">{t("people.withdrawn")}</option>
          </SelectField>
          <SelectField label={t("people.channel")} name="channel" defaultValue="sms">
            {Channel.options.map((channel) => (
              <option key={channel} value={channel}>
                {t("messages.channelName", { channel })}
              </option>
            ))}
          </SelectField>
          <SelectField label={t("people.topic")} name="topic" defaultValue="">
            <option value="">{t("people.allTopics")}</option>
            {topics.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField label={t("people.basis")} name="basis" defaultValue="consent">
            {LEGAL_BASES.map((basis) => (
              <option key={basis} value={basis}>
                {t(`people.basis_${basis}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t("people.source")}
            hint={t("people.sourceHint")}
            name="source"
            required
            maxLength={128}
            error={errorOf(failure, "source")}
          />
          <TextAreaField
            label={t("people.wording")}
            hint={t("people.wordingHint")}
            name="wording"
            rows={3}
            maxLength={4_000}
            error={errorOf(failure, "wording.text")}
          />
        </>
      )}
    </DialogButton>
  );
}
