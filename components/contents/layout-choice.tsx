"use client";

import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import type { Named } from "./named";

type Props = {
  layout: string | undefined;
  layouts: Named["layouts"];
  onChange: (next: { layout: string | undefined }) => void;
  readOnly: boolean;
};

/** How an email looks: as the brand says, or one of the layouts. Nothing to choose where there are none. */
export function LayoutChoice({ layout, layouts, onChange, readOnly }: Props) {
  const t = useText();
  if (layouts.size === 0 && layout === undefined) return null;
  const isGone = layout !== undefined && !layouts.has(layout);
  return (
    <SelectField
      label={t("layouts.choice")}
      value={layout ?? ""}
      disabled={readOnly}
      error={isGone ? t("layouts.gone", { key: layout }) : undefined}
      onChange={(event) => onChange({ layout: event.target.value || undefined })}
    >
      <option value="">{t("layouts.ofBrand")}</option>
      {isGone ? <option value={layout}>{layout}</option> : null}
      {[...layouts].map(([key, { name }]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
