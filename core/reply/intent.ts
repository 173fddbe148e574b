import { optWord } from "./opt-words";
import { BARE_DAY, DONE, NOT_ME, PAID, PROMISES, STANDS_ALONE } from "./phrases";
import { plainLine, plainText } from "./plain-line";

export const INTENTS = [
  "done",
  "paid",
  "by",
  "not_me",
  "stop",
  "start",
  "help",
  "unclear",
] as const;

/** What a short answer means. `day` is the plain words of a promise's day, for `namedDay`. */
export type Intent =
  | { kind: Exclude<(typeof INTENTS)[number], "by"> }
  | { kind: "by"; day: string };

/** More of a reply is never read for its meaning. */
const LOOKED_AT_CHARS_MAX = 2_000;

/**
 * What somebody means who answers in a word or a short line of English or German. `text` is their own
 * words, without what they answer to. Never wrong rather than always right: questions, negations,
 * letters and everything else is `unclear`, which a person reads. `stopped`: who wrote is stopped now,
 * so that a “yes” may mean to start again; `name`: theirs, since many sign a short answer.
 */
export function intentOf(
  text: string,
  channel: "email" | "sms",
  options: { stopped?: boolean; name?: string | null } = {},
): Intent {
  const looked = text.slice(0, LOOKED_AT_CHARS_MAX);
  const line = text.length > LOOKED_AT_CHARS_MAX ? null : plainLine(looked, options.name);
  // The law hears a stop anywhere in an SMS; in an email it may be about anything, unless it is all there is.
  const kind = optWord(channel === "sms" ? plainText(looked) : (line ?? ""), channel, options);
  if (kind) return { kind };
  if (line === null) return { kind: "unclear" };
  if (line.includes("?")) return { kind: "unclear" };
  if (NOT_ME.test(line)) return { kind: "not_me" };
  if (PAID.test(line)) return { kind: "paid" };
  if (DONE.test(line)) return { kind: "done" };
  const day = promisedIn(line);
  return day === null ? { kind: "unclear" } : { kind: "by", day };
}

function promisedIn(line: string): string | null {
  for (const promise of PROMISES) {
    const day = promise.exec(line)?.[1];
    if (day !== undefined) return day.trim();
  }
  const bare = BARE_DAY.exec(line)?.[1]?.trim();
  return bare !== undefined && STANDS_ALONE.test(bare) ? bare : null;
}
