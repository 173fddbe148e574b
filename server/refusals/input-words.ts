import type { z } from "zod";

const THINGS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  date: "a date",
  null: "null",
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: "a moment such as 2026-11-23T09:00:00Z",
  date: "a date such as 2026-11-23",
  time: "a time such as 09:00",
  duration: "a duration such as P3D",
  uuid: "an id (UUID)",
  email: "an email address",
  url: "an address such as https://example.com",
};

/** What lists and texts are counted in; numbers and dates have no unit. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
  set: ["entry", "entries"],
};

/** What is wrong with an input where its schema has no words of its own, said behind the field's name. */
export const inputWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "is required";
      return `must be ${THINGS[issue.expected] ?? `of the type ${issue.expected}`}`;
    case "invalid_value":
      if (issue.input === undefined) return "is required";
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return `must be ${FORMATS[issue.format] ?? "written in another form"}`;
    case "too_small":
      return limited("needs at least", "must be at least", issue, issue.minimum);
    case "too_big":
      return limited("takes at most", "must be at most", issue, issue.maximum);
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "unrecognized_keys":
      return `has fields that are unknown: ${issue.keys.join(", ")}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options) && issue.options.length > 0
        ? `must be one of ${issue.options.map(String).join(", ")}`
        : NO_SHAPE;
    case "invalid_key":
      return "has a name that is not allowed";
    case "invalid_element":
      return "has an entry that is not allowed";
    default:
      return "is not valid";
  }
};

/** Said of a union that has no words of its own. */
export const NO_SHAPE = "has none of the possible forms";

function limited(
  counted: string,
  compared: string,
  { origin, inclusive, exact }: { origin: string; inclusive?: boolean; exact?: boolean },
  limit: number | bigint,
): string {
  const units = UNITS[origin];
  if (!units) {
    const strict = compared === "must be at least" ? "must be more than" : "must be less than";
    return `${inclusive === false ? strict : compared} ${limit}`;
  }
  return `${exact ? "needs exactly" : counted} ${limit} ${Number(limit) === 1 ? units[0] : units[1]}`;
}
