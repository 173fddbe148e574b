"use client";

import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { type Block, HEADING_LEVELS } from "@/core/template/blocks";
import { BODY_CHARS_MAX, SUBJECT_CHARS_MAX, URL_CHARS_MAX } from "@/core/template/content";
import { ContentField } from "./content-field";
import { useContent } from "./editor-context";
import { TableFields } from "./table-fields";

/** What one block says. */
export function BlockFields({
  block,
  name,
  onChange,
  lang,
}: {
  block: Block;
  name: string;
  onChange: (next: Block) => void;
  lang: string | undefined;
}) {
  const t = useText();
  const { readOnly } = useContent();
  switch (block.kind) {
    case "text":
      return (
        <ContentField
          label={name}
          value={block.text}
          onChange={(text) => onChange({ kind: "text", text })}
          rows={rowsOf(block.text)}
          maxLength={BODY_CHARS_MAX}
          hint={t("contents.textHint")}
          lang={lang}
        />
      );
    case "heading":
      return (
        <>
          <ContentField
            label={name}
            value={block.text}
            onChange={(text) => onChange({ ...block, text })}
            maxLength={SUBJECT_CHARS_MAX}
            lang={lang}
          />
          <SelectField
            label={t("contents.headingLevel")}
            value={block.level}
            disabled={readOnly}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...block, level: Number(value) })
            }
          >
            {HEADING_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t("contents.headingLevelName", { level })}
              </option>
            ))}
          </SelectField>
        </>
      );
    case "image":
      return (
        <>
          <ContentField
            label={t("contents.imageUrl")}
            value={block.url}
            onChange={(url) => onChange({ ...block, url })}
            maxLength={URL_CHARS_MAX}
            placeholder="https://"
          />
          <ContentField
            label={t("contents.imageAlt")}
            value={block.alt}
            onChange={(alt) => onChange({ ...block, alt })}
            hint={t("contents.imageAltHint")}
            maxLength={SUBJECT_CHARS_MAX}
            lang={lang}
          />
        </>
      );
    case "table":
      return <TableFields block={block} onChange={onChange} lang={lang} />;
    case "divider":
      return (
        <hr
          className="border-ft-border"
          aria-label={t("contents.blockKind", { kind: "divider" })}
        />
      );
  }
}

const LINE_CHARS = 60;
const ROWS_MIN = 3;
const ROWS_MAX = 16;

/** As high as its text, within bounds. */
export function rowsOf(text: string): number {
  const lines = text
    .split("\n")
    .reduce((n, line) => n + 1 + Math.floor(line.length / LINE_CHARS), 0);
  return Math.min(ROWS_MAX, Math.max(ROWS_MIN, lines));
}
