"use client";

import { languageChoices } from "@/components/settings/language-choices";
import { useLocale, useText } from "@/components/text/text-provider";
import { CheckboxField, SelectField } from "@/components/ui/field";
import type { Channel } from "@/core/template/channel";
import type { ExamplePerson } from "@/core/workflow/editor-facts";
import type { Scheme } from "./preview-html";
import { Segments } from "./segments";

export type PreviewSettings = {
  /** Null: somebody made up. */
  personId: string | null;
  /** Null: the person's own. */
  language: string | null;
  /** A push shows on a phone unless it is looked at on a watch. */
  device: "desktop" | "phone" | "watch";
  scheme: Scheme;
  images: boolean;
  part: "html" | "text";
  /** As if the event had brought nothing. */
  isDataMissing: boolean;
};

const DEVICES = ["desktop", "phone"] as const;
const PUSH_DEVICES = ["phone", "watch"] as const;
const SCHEMES = ["light", "dark"] as const;
const PARTS = ["html", "text"] as const;
const OWN = "";

/** For whom, in which language, and on what. */
export function PreviewControls({
  settings,
  onChange,
  people,
  languages,
  channel,
}: {
  settings: PreviewSettings;
  onChange: (next: PreviewSettings) => void;
  people: readonly ExamplePerson[];
  languages: readonly string[];
  channel: Channel;
}) {
  const t = useText();
  const locale = useLocale();
  const choices = languageChoices(locale, languages);
  const nameOf = (tag: string) => choices.find((each) => each.tag === tag)?.name ?? tag;
  const isEmail = channel === "email";
  return (
    <div className="grid gap-3">
      <SelectField
        label={t("contents.previewPerson")}
        value={settings.personId ?? OWN}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...settings, personId: value === OWN ? null : value, language: null })
        }
      >
        <option value={OWN}>{t("contents.somebody")}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {t("contents.personOption", {
              name: person.name ?? person.id,
              hasCity: person.city === null ? "no" : "yes",
              city: person.city ?? "",
              hasLanguage: person.locale === null ? "no" : "yes",
              language: person.locale === null ? "" : nameOf(person.locale),
            })}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <Segments
          label={t("contents.language")}
          options={[
            { value: OWN, label: t("contents.personsLanguage") },
            ...languages.map((tag) => ({ value: tag, label: nameOf(tag) })),
          ]}
          value={settings.language ?? OWN}
          onChange={(next) => onChange({ ...settings, language: next === OWN ? null : next })}
        />
        {channel === "push" ? (
          <Segments
            label={t("contents.device")}
            options={PUSH_DEVICES.map((value) => ({
              value,
              label: t("contents.deviceName", { device: value }),
            }))}
            value={settings.device === "watch" ? "watch" : "phone"}
            onChange={(device) => onChange({ ...settings, device })}
          />
        ) : null}
        {isEmail ? (
          <>
            <Segments
              label={t("contents.device")}
              options={DEVICES.map((value) => ({
                value,
                label: t("contents.deviceName", { device: value }),
              }))}
              value={settings.device === "phone" ? "phone" : "desktop"}
              onChange={(device) => onChange({ ...settings, device })}
            />
            <Segments
              label={t("contents.scheme")}
              options={SCHEMES.map((value) => ({
                value,
                label: t("contents.schemeName", { scheme: value }),
              }))}
              value={settings.scheme}
              onChange={(scheme) => onChange({ ...settings, scheme })}
            />
            <Segments
              label={t("contents.part")}
              options={PARTS.map((value) => ({
                value,
                label: t("contents.partName", { part: value }),
              }))}
              value={settings.part}
              onChange={(part) => onChange({ ...settings, part })}
            />
          </>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {isEmail ? (
          <CheckboxField
            label={t("contents.imagesOff")}
            checked={!settings.images}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ ...settings, images: !checked })
            }
          />
        ) : null}
        <CheckboxField
          label={t("contents.dataMissing")}
          checked={settings.isDataMissing}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ ...settings, isDataMissing: checked })
          }
        />
      </div>
    </div>
  );
}
