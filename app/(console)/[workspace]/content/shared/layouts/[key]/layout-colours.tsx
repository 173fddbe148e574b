"use client";

import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import {
  COLOUR_NAMES,
  type ColourName,
  SCHEME_COLOURS,
  type Scheme,
} from "@/core/template/email-layout";

type Colours = { [Name in ColourName]?: string | undefined };

/** The colours of one scheme; what is left empty is the ordinary one. */
export function LayoutColours({
  scheme,
  colours,
  readOnly,
  onChange,
}: {
  scheme: Scheme;
  colours: Colours;
  readOnly: boolean;
  onChange: (next: Colours) => void;
}) {
  const t = useText();
  return (
    <fieldset className="grid gap-3">
      <legend className="ft-label">{t(`layouts.${scheme}`)}</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {COLOUR_NAMES.map((name) => (
          <TextField
            key={name}
            label={
              <span className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="size-3 rounded-sm border border-ft-border"
                  style={{ background: colours[name] || SCHEME_COLOURS[scheme][name] }}
                />
                {t("layouts.colourName", { name })}
              </span>
            }
            className="font-mono"
            maxLength={7}
            placeholder={
              name === "button" ? t("layouts.ofBrandShort") : SCHEME_COLOURS[scheme][name]
            }
            readOnly={readOnly}
            value={colours[name] ?? ""}
            onChange={(event) => onChange({ ...colours, [name]: event.target.value.trim() })}
          />
        ))}
      </div>
    </fieldset>
  );
}
