"use client";

import { useText } from "@/components/text/text-provider";
import { TextAreaField } from "@/components/ui/field";
import { LAYOUT_TEXT_CHARS_MAX } from "@/core/template/email-layout";

type Texts = { header?: string | undefined; footer?: string | undefined };

/** What stands above and below the words of an email, in one language. */
export function LayoutTexts({
  name,
  lang,
  texts,
  readOnly,
  onChange,
}: {
  name: string;
  lang?: string;
  texts: Texts;
  readOnly: boolean;
  onChange: (change: Texts) => void;
}) {
  const t = useText();
  return (
    <fieldset className="grid gap-3">
      <legend className="ft-label">{t("layouts.textsIn", { language: name })}</legend>
      {(["header", "footer"] as const).map((field) => (
        <TextAreaField
          key={field}
          label={t(`layouts.${field}`)}
          rows={2}
          maxLength={LAYOUT_TEXT_CHARS_MAX}
          readOnly={readOnly}
          lang={lang}
          value={texts[field] ?? ""}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      ))}
    </fieldset>
  );
}
