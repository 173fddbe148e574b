import { seenText } from "./helper";
import type { HelperState } from "./helper-state";
import { type Html, html } from "./html";
import type { Link } from "./link";
import { namesText } from "./who";
import { publicWords } from "./words";
import type { HelperVerb } from "./words/types/helper";

/** What the page shows of the matter, so that pressing there is about no other. */
export const seenField = ({ row }: HelperState): Html =>
  html`<input type="hidden" name="seen" value="${seenText(row)}">`;

/** What pressing this would do, in a sentence. */
export function hintOf({ locale }: Link, { has, help }: HelperState, verb: HelperVerb): string {
  const { hint } = publicWords(locale).helper;
  switch (verb) {
    case "take_over":
      return hint.take_over(has?.name ?? null);
    case "need_help":
      return hint.need_help(namesText(help, locale) ?? "");
    default:
      return hint[verb];
  }
}

/** The people and teams a matter can be handed to. */
export function toField({ locale }: Link, { colleagues }: HelperState, chosen: string): Html {
  const words = publicWords(locale).helper;
  const group = (label: string, kind: "person" | "team", those: { id: string; name: string }[]) =>
    those.length > 0 &&
    html`<optgroup label="${label}">${those.map(({ id, name }) => {
      const value = `${kind}:${id}`;
      return html`<option value="${value}"${value === chosen && html` selected`}>${name}</option>`;
    })}</optgroup>`;
  return html`<fieldset>
<label class="label" for="to">${words.handTo}</label>
<select id="to" name="to" required><option value="">${words.choose}</option>${group(words.people, "person", colleagues.people)}${group(words.teams, "team", colleagues.teams)}</select>
</fieldset>
`;
}
