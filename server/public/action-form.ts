import { publicLanguageOf } from "@/core/person-side/page-language";
import { hintOf, seenField, toField } from "./helper-fields";
import type { HelperState } from "./helper-state";
import { type Html, html } from "./html";
import type { Link } from "./link";
import { readerMoment } from "./reader-format";
import { presetMoment, SNOOZE_PRESETS, SNOOZE_TIME, snoozeRange } from "./snooze-until";
import type { Action } from "./standing";
import { publicWords } from "./words";
import type { HelperVerb } from "./words/types/helper";

/** A page has the room that the inbox, where one answers in a line, has not. */
export const PAGE_REPLY_CHARS_MAX = 2_000;

/** The host an address leads to; null unless it is http or https. */
export function hostOf(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.host : null;
}

const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

export type Filled = {
  problem: string | null;
  choice: string;
  text: string;
  when: string;
  date: string;
  to: string;
};
export const EMPTY: Filled = { problem: null, choice: "", text: "", when: "", date: "", to: "" };

/**
 * The form of one button: what there is to choose or write, and the one thing to press. It posts to
 * its own address and works without a script; `filled` is what was sent when something was missing.
 */
export function actionForm(
  link: Link,
  action: Action,
  filled: Filled = EMPTY,
  helper: HelperState | null = null,
): Html {
  const words = publicWords(link.locale).action;
  const { problem } = filled;
  const submit = (label: string) => html`<button type="submit">${label}</button>`;
  const plain = html`${submit(action.label)}
<p class="hint">${words.nothingYet(link.workspace.name)}</p>`;
  const inner = {
    complete: () => plain,
    ...helperForms(link, action, filled, helper),
    link: () => html`${submit(action.label)}
<p class="hint">${words.opens(hostOf(action.url) ?? "")}</p>`,
    choice: () => html`${choices(action, filled)}${submit(words.sendAnswer)}`,
    reply: () => html`${reply(link, action, filled)}${submit(words.sendReply)}`,
    snooze: () => html`${days(link, action, filled)}${submit(words.remindThen)}`,
  }[action.kind]();
  return html`<form method="post">
<input type="hidden" name="action" value="${action.id}">${helper && seenField(helper)}
${problem && html`<p id="problem" class="problem" role="alert">${problem}</p>`}
${inner}
</form>`;
}

/** The forms of those who were called in; nobody else gets them, but for the one that takes a matter on. */
function helperForms(
  link: Link,
  action: Action,
  { to }: Filled,
  helper: HelperState | null,
): Record<"acknowledge" | "take_over" | "hand_over" | "need_help", () => Html> {
  const words = publicWords(link.locale);
  const button = (hint: string) => html`<button type="submit">${action.label}</button>
<p class="hint">${hint}</p>`;
  const nothing = words.action.nothingYet(link.workspace.name);
  const hint = (verb: HelperVerb) => (helper ? hintOf(link, helper, verb) : nothing);
  return {
    acknowledge: () => button(hint("acknowledge")),
    take_over: () => button(hint("take_over")),
    need_help: () => button(hint("need_help")),
    hand_over: () => html`${helper && toField(link, helper, to)}${button(hint("hand_over"))}`,
  };
}

const choices = (action: Action, filled: Filled): Html => html`<fieldset>
<legend>${action.label}</legend>
${action.choices.map(
  (choice) =>
    html`<label class="option"><input type="radio" name="choice" value="${choice}" required${
      choice === filled.choice && html` checked`
    }><span>${choice}</span></label>
`,
)}</fieldset>
`;

function reply({ locale }: Link, action: Action, { text, problem }: Filled): Html {
  const limit = publicWords(locale).action.replyLimit(PAGE_REPLY_CHARS_MAX);
  return html`<fieldset>
<label class="label" for="text">${action.label}</label>
<textarea id="text" name="text" required maxlength="${PAGE_REPLY_CHARS_MAX}" aria-describedby="limit${problem && " problem"}">${text}</textarea>
<p class="hint" id="limit">${limit}</p>
</fieldset>
`;
}

/** The days a matter can be put off to, below the label of its button. */
export function days(
  { locale, zone, now }: Link,
  action: Pick<Action, "label">,
  { when, date }: Filled,
): Html {
  const words = publicWords(locale).action;
  const { first, last } = snoozeRange(now, zone);
  const names = { tomorrow: words.tomorrow, next_week: words.nextWeek };
  const chosen = when === "" ? "tomorrow" : when;
  const option = (value: string, name: string, hint: string) =>
    html`<label class="option"><input type="radio" name="when" value="${value}"${
      chosen === value && html` checked`
    }><span>${name}<small>${hint}</small></span></label>
`;
  return html`<fieldset>
<legend>${action.label}</legend>
${SNOOZE_PRESETS.map((preset) =>
  option(preset, names[preset], readerMoment(presetMoment(preset, now, zone), zone, locale, now)),
)}${option("date", words.onDate, words.dateHint(SNOOZE_TIME, cityOf(zone)))}<input type="date" name="date" aria-label="${words.onDate}" min="${first}" max="${last}" value="${date}" lang="${publicLanguageOf(locale)}">
</fieldset>
`;
}
