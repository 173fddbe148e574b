import { readRows } from "@/core/condition/read-rows";
import { isInnerGroup, OP_VALUE, type Row } from "@/core/condition/row";
import { BARE_DATE } from "@/core/condition/write-rows";
import { lengthWords } from "./duration-words";
import { formatMoment } from "./format-moment";
import { formatLocaleOf, type Language, languageOf } from "./locale";
import { textOf } from "./param-text";
import { flag, joinList, render } from "./render";

export type ConditionNames = {
  /** What a field is called: “amount” of `data.amount`. */
  field?: ((path: string) => string | undefined) | undefined;
  /** What a step is called, by its id. */
  step?: ((id: string) => string | undefined) | undefined;
};

type ConditionOptions = { locale: string; names?: ConditionNames | undefined };

/**
 * A condition as a clause: “amount is over 5,000 and country is “DE””. What cannot be shown as rows
 * gives the text itself.
 */
export function conditionSentence(cel: string, options: ConditionOptions): string {
  const group = readRows(cel);
  if (group === null) return textOf(cel) ?? "";
  const { locale } = options;
  if (group.items.length === 0) return render("condition.always", locale);
  const words = group.items.map((item) =>
    isInnerGroup(item)
      ? render("condition.group", locale, {
          rows: joined(
            item.rows.map((row) => rowSentence(row, options)),
            item.join,
            locale,
          ),
        })
      : rowSentence(item, options),
  );
  return joined(words, group.join, locale);
}

const joined = (words: string[], join: "and" | "or", locale: string) =>
  joinList(words, locale, join === "and" ? "conjunction" : "disjunction");

/** One row of a condition as a clause. */
function rowSentence(row: Row, options: ConditionOptions): string {
  const { locale } = options;
  const deed = deedOf(row);
  if (deed)
    return render("condition.deed", locale, { ...deed, step: stepWords(row.path, options) });
  return render("condition.row", locale, {
    op: row.op,
    field: fieldWords(row.path, options),
    value: valueWords(row, locale),
  });
}

const DEEDS: Readonly<Record<string, string>> = {
  opened: "opened",
  clicked: "clicked",
  replied: "replied",
};
const DEED_MOMENTS: Readonly<Record<string, string>> = {
  sentAt: "sent",
  deliveredAt: "delivered",
};

/** What happened or did not, where a row says no more than that. */
function deedOf({ path, op }: Row): { deed: string; happened: string } | null {
  const [root, , name = "", ...deeper] = path.split(".");
  if (path === "case.answered" && (op === "yes" || op === "no")) {
    return { deed: "answered", happened: flag(op === "yes") };
  }
  if (root !== "messages" || deeper.length > 0) return null;
  const deed =
    op === "yes" || op === "no"
      ? DEEDS[name]
      : op === "known" || op === "unknown"
        ? DEED_MOMENTS[name]
        : undefined;
  return deed === undefined ? null : { deed, happened: flag(op === "yes" || op === "known") };
}

/** What a field is called where nobody named it: “the person’s country”, “due date”. */
export function fieldWords(path: string, options: ConditionOptions): string {
  const given = options.names?.field?.(path);
  if (given !== undefined) return given;
  const { locale } = options;
  const parts = path.split(".");
  const [root = ""] = parts;
  const counted = (root === "open" || root === "history") && parts[1] === "count";
  const kind = root === "messages" ? "message" : parts.length === 1 || counted ? root : named(root);
  const own = parts.slice(root === "messages" ? 2 : 1).filter((part) => !HOLDERS.includes(part));
  const isOurs = root !== "data" && !parts.includes("attributes");
  const word = own.map(plainWords).join(" ") || (textOf(path) ?? "");
  return render("condition.field", locale, {
    kind,
    word: render("condition.word", locale, { name: isOurs ? (own.at(-1) ?? "") : "", word }),
    step: stepWords(path, options),
  });
}

/** Records that only hold the field that is meant. */
const HOLDERS = ["attributes", "location"];
const named = (root: string) => (["person", "recipient", "case"].includes(root) ? root : "data");

const plainWords = (part: string) =>
  part
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim();

function stepWords(path: string, { locale, names }: ConditionOptions): string {
  const [root, id = ""] = path.split(".");
  if (root !== "messages") return "";
  return names?.step?.(id) ?? quoted(id, languageOf(locale));
}

const QUOTES = { en: ["“", "”"], de: ["„", "“"] } as const;

function quoted(text: string, language: Language): string {
  const [open, close] = QUOTES[language];
  return `${open}${textOf(text) ?? ""}${close}`;
}

function valueWords(row: Row, locale: string): string {
  if (row.value === null) return "";
  switch (OP_VALUE[row.op]) {
    case "list":
      return Array.isArray(row.value)
        ? joinList(
            row.value.map((value: string | number) => scalarWords(value, row.path, locale)),
            locale,
            "unit",
          )
        : "";
    case "span":
      return lengthWords(row.value, locale) ?? "";
    case "date":
      return dateWords(String(row.value), locale);
    default:
      return scalarWords(row.value as string | number, row.path, locale);
  }
}

function scalarWords(value: string | number, path: string, locale: string): string {
  if (typeof value === "number") {
    return value.toLocaleString(formatLocaleOf(locale), { maximumFractionDigits: 20 });
  }
  if (path === "case.priority") return render("word.priority", locale, { priority: value });
  return quoted(value, languageOf(locale));
}

function dateWords(date: string, locale: string): string {
  const at = Date.parse(date);
  if (Number.isNaN(at)) return date;
  if (!BARE_DATE.test(date)) return formatMoment(at, "UTC", locale, 0);
  const style = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(formatLocaleOf(locale), style).format(at);
}
