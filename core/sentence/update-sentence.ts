import type { Update } from "@/core/workflow/steps/update";
import { formatMoment } from "./format-moment";
import { fieldsFor, type SentenceOptions } from "./names";
import { isRecord, textOf } from "./param-text";
import { partyWords } from "./party";
import { joinList, render } from "./render";

const FIELDS = ["priority", "owner", "dueAt"];

/** “Set the priority to high and the owner to team Billing.” */
export function updateSentence({ set }: Pick<Update, "set">, options: SentenceOptions): string {
  const rows = setRows(set, options);
  return render("step.update", options.locale, {
    count: rows.length,
    rows: joinList(rows, options.locale),
  });
}

/** “the priority to high”, one for each field. */
export function setRows(set: Record<string, unknown>, options: SentenceOptions): string[] {
  const { locale } = options;
  return Object.entries(set).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const field = FIELDS.includes(name) ? name : "attribute";
    const slots = {
      field: render("word.field", locale, {
        field,
        name: (textOf(name) ?? "").replace(/^person\.attributes\./, ""),
      }),
      value: valueWords(name, value, options),
    };
    return render(
      "step.update.row",
      locale,
      slots,
      fieldsFor(options, { value: field === "attribute" ? "set.attributes" : `set.${name}` }),
    );
  });
}

function valueWords(name: string, value: unknown, options: SentenceOptions): string {
  const { locale } = options;
  if (name === "priority")
    return render("word.priority", locale, { priority: textOf(value) ?? "" });
  if (value === null) return render(name === "owner" ? "word.nobody" : "word.nothing", locale);
  if (name === "owner") return partyWords(value, options) ?? render("word.unknown", locale);
  if (isRecord(value)) return textOf(value.from) ?? render("word.unknown", locale);
  if (name === "dueAt" && typeof value === "string" && value.includes("T")) {
    const at = Date.parse(value);
    if (!Number.isNaN(at)) return formatMoment(at, "UTC", locale, 0);
  }
  return textOf(value) ?? render("word.nothing", locale);
}
