import { days, EMPTY, PAGE_REPLY_CHARS_MAX } from "./action-form";
import { helperAction, isOf } from "./helper";
import { hintOf, seenField, toField } from "./helper-fields";
import type { HelperState } from "./helper-state";
import { type Html, html } from "./html";
import type { Link } from "./link";
import { readerMoment } from "./reader-format";
import type { Action } from "./standing";
import { namesText } from "./who";
import { publicWords } from "./words";
import type { HelperVerb } from "./words/types/helper";

/** Everything a helper can do as the matter stands, below what the page is about; `but` is there already. */
export function helperPanel(link: Link, state: HelperState, but: Action | null): Html | null {
  const verbs = state.verbs.filter((verb) => but === null || !isOf(verb, but));
  if (verbs.length === 0) return null;
  const { more } = publicWords(link.locale).helper;
  return html`<section class="more" aria-labelledby="more"><h2 id="more">${more}</h2>
<p class="hint">${standsText(link, state)}</p>
${verbs.map((verb) => way(link, state, verb))}</section>`;
}

/** Who has the matter, or who was told of it. */
export function standsText(link: Link, { has, told }: HelperState): string {
  const { locale, zone, now } = link;
  const words = publicWords(locale).helper;
  const moment = (at: number) => readerMoment(at, zone, locale, now);
  if (has) return has.isYou ? words.youHave(moment(has.at)) : words.has(has.name, moment(has.at));
  const names = namesText(told.names, locale);
  const said = names !== null && told.at !== null ? [words.told(names, moment(told.at))] : [];
  return [words.nobodyYet, ...said].join(" ");
}

function way(link: Link, state: HelperState, verb: HelperVerb): Html {
  const { id, label } = helperAction(link, verb);
  const fields = html`<input type="hidden" name="action" value="${id}">${seenField(state)}`;
  const hint = html`<p class="hint">${hintOf(link, state, verb)}</p>`;
  const asked = askedFor(link, state, verb);
  if (asked === null) {
    return html`<form method="post">${fields}<button type="submit" class="quiet">${label}</button>${hint}</form>
`;
  }
  return html`<details><summary class="button quiet">${label}</summary><form method="post">${fields}
${asked.fields}<button type="submit">${asked.submit}</button>${hint}</form></details>
`;
}

/** What a verb needs to know before it is pressed; null where that is nothing. */
function askedFor(
  link: Link,
  state: HelperState,
  verb: HelperVerb,
): { fields: Html; submit: string } | null {
  const { helper, action } = publicWords(link.locale);
  switch (verb) {
    case "hand_over":
      return { fields: toField(link, state, ""), submit: helper.handOver };
    case "snooze":
      return { fields: days(link, { label: helper.putOff }, EMPTY), submit: action.remindThen };
    case "resolve":
      return { fields: note(helper.note), submit: helper.label.resolve };
    default:
      return null;
  }
}

const note = (label: string): Html => html`<fieldset>
<label class="label" for="note">${label}</label>
<textarea id="note" name="note" maxlength="${PAGE_REPLY_CHARS_MAX}"></textarea>
</fieldset>
`;
