"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";

const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Whether a preview is shown in light or dark. */
export function SchemeField({
  label,
  scheme,
  choose,
}: {
  label: ReactNode;
  scheme: Scheme;
  choose: (scheme: Scheme) => void;
}) {
  const t = useText();
  return (
    <SelectField
      label={label}
      value={scheme}
      onChange={(event) => choose(event.target.value === "dark" ? "dark" : "light")}
    >
      {SCHEMES.map((value) => (
        <option key={value} value={value}>
          {t(`settings.theme_${value}`)}
        </option>
      ))}
    </SelectField>
  );
}
