import { escapeHtml } from "@/core/template/escape-html";

/** HTML that is known to be safe: made only by `html`. */
export class Html {
  readonly text: string;
  private constructor(text: string) {
    this.text = text;
  }
  static of(strings: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    return new Html(
      strings.reduce(
        (text, part, i) => text + part + (i < values.length ? show(values[i]) : ""),
        "",
      ),
    );
  }
}

export type HtmlValue = Html | string | number | null | false | undefined | readonly HtmlValue[];

function show(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(show).join("");
  return escapeHtml(String(value));
}

/** A template whose every value is escaped, unless it is itself `html`. Attributes are always quoted. */
export const html = (strings: TemplateStringsArray, ...values: HtmlValue[]): Html =>
  Html.of(strings, values);
