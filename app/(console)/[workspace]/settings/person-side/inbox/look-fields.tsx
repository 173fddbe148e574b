"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { CheckboxField, SelectField } from "@/components/ui/field";
import { InboxLook } from "@/core/person-side/inbox-look";
import { PAGE_LANGUAGES } from "@/core/person-side/page-language";
import { AccentField } from "./accent-field";

type Choose = (change: Partial<InboxLook>) => void;
type Listed = Exclude<keyof InboxLook, "accent">;
const SWITCHES = ["banner", "toasts", "offline"] as const;

/** One field for each choice; a choice holds as soon as it is made. */
export function LookFields({
  look,
  brandColor,
  choose,
}: {
  look: InboxLook;
  brandColor: string | null;
  choose: Choose;
}) {
  const t = useText();
  const asPage = (value: string, word: () => ReactNode) =>
    value === "" ? t("personside.asPage") : word();
  const select = (name: Listed, label: string, word: (value: string) => ReactNode) => (
    <SelectField
      label={label}
      value={look[name]}
      onChange={(event) => {
        const chosen = InboxLook.partial().safeParse({ [name]: event.target.value });
        if (chosen.success) choose(given(chosen.data));
      }}
    >
      {InboxLook.shape[name].options.map((value) => (
        <option key={value} value={value}>
          {word(value)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <>
      {select("mode", t("personside.mode"), (value) => t(`personside.mode_${modeOf(value)}`))}
      <AccentField value={look.accent} brandColor={brandColor} choose={choose} />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
        {select("scheme", t("personside.scheme"), (value) =>
          asPage(value, () => t(value === "dark" ? "settings.theme_dark" : "settings.theme_light")),
        )}
        {select("radius", t("personside.radius"), (value) =>
          value === ""
            ? t("personside.ownRadius")
            : t("personside.radiusPixels", { n: Number(value) }),
        )}
        {select("density", t("personside.density"), (value) =>
          t(value === "compact" ? "settings.density_compact" : "settings.density_comfortable"),
        )}
        {select("language", t("personside.language"), (value) =>
          asPage(value, () => PAGE_LANGUAGES[value as keyof typeof PAGE_LANGUAGES]),
        )}
        {select("direction", t("personside.direction"), (value) =>
          asPage(value, () =>
            t(value === "rtl" ? "personside.direction_rtl" : "personside.direction_ltr"),
          ),
        )}
      </div>
      {SWITCHES.map((name) => (
        <CheckboxField
          key={name}
          label={t(`personside.${name}`)}
          hint={name === "offline" ? t("personside.offlineHint") : undefined}
          checked={look[name] === "on"}
          onChange={(event) => choose({ [name]: event.target.checked ? "on" : "off" })}
        />
      ))}
    </>
  );
}

const modeOf = (value: string): InboxLook["mode"] => InboxLook.shape.mode.parse(value);

type Chosen = { [Name in keyof InboxLook]?: InboxLook[Name] | undefined };

const given = (chosen: Chosen): Partial<InboxLook> =>
  Object.fromEntries(
    Object.entries(chosen).filter(([, value]) => value !== undefined),
  ) as Partial<InboxLook>;
