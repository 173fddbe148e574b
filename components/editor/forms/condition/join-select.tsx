"use client";

import { useText } from "@/components/text/text-provider";
import type { Join } from "@/core/condition/row";

/** How the rows of a group hang together. */
export function JoinSelect({
  value,
  readOnly,
  onChange,
}: {
  value: Join;
  readOnly: boolean;
  onChange: (next: Join) => void;
}) {
  const t = useText();
  return (
    <select
      className="ft-input w-auto justify-self-start"
      aria-label={t("conditions.join")}
      disabled={readOnly}
      value={value}
      onChange={({ target }) => onChange(target.value === "or" ? "or" : "and")}
    >
      <option value="and">{t("conditions.joinAnd")}</option>
      <option value="or">{t("conditions.joinOr")}</option>
    </select>
  );
}
