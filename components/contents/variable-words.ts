import type { Text } from "@/components/text/text";
import { formatDate, formatTime } from "@/core/template/formats";
import { readMoment } from "@/core/template/moment";
import { kindOf, type Variable } from "@/core/template/variables";

const EXAMPLE_CHARS_MAX = 60;

/** A value as somebody would say it, short enough to stand beside its name. */
export function exampleText(
  variable: Pick<Variable, "path" | "example">,
  { locale, zone, t }: { locale: string; zone: string; t: Text },
): string {
  const { example } = variable;
  if (example === null || example === undefined || example === "") return t("contents.noValue");
  const kind = kindOf(variable);
  if (kind === "moment" || kind === "date") {
    const at = readMoment(example, 0);
    if (at === null) return String(example);
    const settings = { locale, zone, now: 0 };
    const day = formatDate(at, "medium", settings);
    return at.dateOnly || kind === "date" ? day : `${day}, ${formatTime(at, settings)}`;
  }
  if (Array.isArray(example)) return t("contents.listOf", { n: example.length });
  if (typeof example === "number") return new Intl.NumberFormat(locale).format(example);
  if (typeof example === "boolean") return t(example ? "contents.yes" : "contents.no");
  const text = typeof example === "string" ? example : JSON.stringify(example);
  return text.length > EXAMPLE_CHARS_MAX ? `${text.slice(0, EXAMPLE_CHARS_MAX - 1)}…` : text;
}
