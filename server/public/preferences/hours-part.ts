import { WEEKDAYS, type Weekday } from "@/core/calendar/civil";
import {
  CONTACT_PRESETS,
  type ContactPreset,
  contactHoursOf,
  presetOf,
} from "@/core/calendar/contact-hours";
import { type Html, html } from "../html";
import { publicWords } from "../words";
import { form, saveWithoutScript, select } from "./form";
import type { View } from "./load-view";

const PRESETS = Object.keys(CONTACT_PRESETS) as ContactPreset[];

/** When the person may be written to: the usual choices, and a table of their own behind them. */
export function hoursPart({ preferences, reader }: View): Html {
  const words = publicWords(reader.locale).preferences;
  const { hours, days } = words;
  const contact = contactHoursOf(preferences.quietHours);
  const preset = presetOf(contact);
  const options: [string, string][] = PRESETS.map((one) => [one, hours.preset[one]]);
  if (preset === null) options.unshift(["", hours.own]);
  const row = (day: Weekday) => {
    const spans = contact[day];
    const [first] = spans;
    const last = spans.at(-1);
    const field = (name: "from" | "to", value: string) =>
      html`<td><input type="time" name="${name}.${day}" value="${value}" aria-label="${days[day]}, ${hours[name]}" autocomplete="off"></td>`;
    const several =
      spans.length > 1 &&
      html`<small>${spans.map(({ from, to }) => `${from}–${to}`).join(", ")}</small>`;
    return html`<tr><th scope="row">${days[day]}${several}</th>${field("from", first?.from ?? "")}${field("to", last ? last.to.replace("24:00", "00:00") : "")}<td><button type="submit" name="copy" value="${day}" class="quiet" aria-label="${hours.copy(days[day])}">${hours.copyShort}</button></td></tr>
`;
  };
  return html`<section class="part" aria-labelledby="hours"><h2 id="hours">${hours.title}</h2><p class="hint" id="hours-hint">${hours.intro}</p>
${form("hours", "hours", html`${select("preset", preset ?? "", options, { label: hours.title, hint: "hours-hint" })}${saveWithoutScript(hours.save)}`)}
<details id="days"><summary class="button quiet">${hours.perDay}</summary>
${form(
  "days",
  "days",
  html`<p class="hint">${hours.perDayHint}</p><div class="wide"><table><thead><tr><th scope="col">${hours.day}</th><th scope="col">${hours.from}</th><th scope="col">${hours.to}</th><td></td></tr></thead><tbody>${WEEKDAYS.map(row)}</tbody></table></div><button type="submit" class="quiet">${hours.save}</button>`,
)}</details></section>
`;
}
