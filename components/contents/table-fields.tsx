"use client";

import { Plus, Trash2 } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { TABLE_ROWS_MAX, type TableBlock } from "@/core/template/blocks";
import { SUBJECT_CHARS_MAX } from "@/core/template/content";
import { ContentField } from "./content-field";
import { useContent } from "./editor-context";

/** A summary: rows of a name and a value; the first row is the heading of the table. */
export function TableFields({
  block,
  onChange,
  lang,
}: {
  block: TableBlock;
  onChange: (next: TableBlock) => void;
  lang: string | undefined;
}) {
  const t = useText();
  const { readOnly } = useContent();
  const { rows } = block;
  const columns = rows[0]?.length ?? 2;
  const withCell = (row: number, column: number, text: string) =>
    onChange({
      ...block,
      rows: rows.map((cells, at) =>
        at === row ? cells.map((cell, of) => (of === column ? text : cell)) : cells,
      ),
    });
  return (
    <div className="grid gap-3">
      {rows.map((cells, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the table.
        <div key={row} className="grid gap-2 border-b border-ft-subtle pb-3 sm:flex sm:items-start">
          {cells.map((cell, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: so is a cell.
            <div key={column} className="min-w-0 flex-1">
              <ContentField
                label={t("contents.cell", { row, column: column + 1 })}
                value={cell}
                onChange={(text) => withCell(row, column, text)}
                maxLength={SUBJECT_CHARS_MAX}
                lang={lang}
              />
            </div>
          ))}
          {readOnly || row === 0 ? null : (
            <IconButton
              label={t("contents.removeRow", { row })}
              size="sm"
              className="sm:mt-6"
              onPress={() => onChange({ ...block, rows: rows.filter((_, at) => at !== row) })}
            >
              <Trash2 aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {readOnly || rows.length >= TABLE_ROWS_MAX ? null : (
        <Button
          size="sm"
          className="w-fit"
          onPress={() =>
            onChange({ ...block, rows: [...rows, Array.from({ length: columns }, () => "")] })
          }
        >
          <Plus aria-hidden="true" />
          {t("contents.addRow")}
        </Button>
      )}
    </div>
  );
}
