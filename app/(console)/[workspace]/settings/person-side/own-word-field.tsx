"use client";

import { Marked, SavedMark } from "@/components/settings/saved-mark";
import { type SaveResult, useSaved } from "@/components/settings/use-saved";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextAreaField, TextField } from "@/components/ui/field";

/** What fits into one line; longer words get several. */
const LINE_CHARS_MAX = 100;

/** One of the operator's own words over ours; saved when it is left. */
export function OwnWordField({
  label,
  language,
  initial,
  ours,
  charsMax,
  locked,
  save,
}: {
  label: string;
  language: string;
  initial: string;
  /** What stands there while theirs is empty. */
  ours: string;
  charsMax: number;
  locked: boolean;
  save: (value: string) => Promise<SaveResult>;
}) {
  const t = useText();
  const { value, status, edit, commit, undo } = useSaved(initial, save);
  const field = {
    label,
    hint: t("personside.wordLimit", { max: charsMax }),
    error: status.kind === "failed" ? status.message : undefined,
    lang: language,
    dir: "auto",
    maxLength: charsMax,
    placeholder: ours,
    value,
    readOnly: locked,
    onChange: (event: { target: { value: string } }) => edit(event.target.value),
    onBlur: () => void commit(value.trim()),
  };
  return (
    <div className="grid justify-items-start gap-1">
      <div className="w-full">
        <Marked mark={<SavedMark status={status} undo={undo} field={label} />}>
          {charsMax > LINE_CHARS_MAX ? (
            <TextAreaField {...field} rows={3} />
          ) : (
            <TextField {...field} />
          )}
        </Marked>
      </div>
      {value !== "" && !locked ? (
        <Button
          size="sm"
          look="tertiary"
          aria-label={t("personside.resetOf", { field: label })}
          onPress={() => void commit("")}
        >
          {t("personside.reset")}
        </Button>
      ) : null}
    </div>
  );
}
