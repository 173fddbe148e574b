import { DAY_WORDS, namedDay } from "./named-day";
import { plainText } from "./plain-line";

const LOOKED_AT_CHARS_MAX = 2_000;
const RETURNS = new RegExp(
  `(?:until|till|through|back (?:in the office )?(?:on|from)|return(?:ing)?(?: to the office)? on|bis(?: einschliesslich)?(?: zum)?|(?:wieder|erst) (?:ab|am)(?: dem)?|ab dem|zurueck am)(?: (?:and including|including|einschliesslich|zum))?,? (?:(?:${"mon|tues|wednes|thurs|fri|satur|sun"})day,? |(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? (?:dem |den )?)?(${DAY_WORDS})(?=$|[^a-z0-9])`,
);

/** The day an absence notice names as its end or as the day of return; null where it names none. */
export function returnDay(text: string, today: string): string | null {
  const found = RETURNS.exec(plainText(text.slice(0, LOOKED_AT_CHARS_MAX)).replaceAll("\n", " "));
  return found?.[1] === undefined ? null : namedDay(found[1], today);
}
