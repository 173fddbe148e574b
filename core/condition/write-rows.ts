import { unreachable } from "@/core/assert";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { type Group, isInnerGroup, normalGroup, type Row } from "./row";
import { isOwnMoment, writePath, writePresent } from "./row-path";

const JOIN = { and: " && ", or: " || " } as const;
export const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The CEL of a condition given as rows; `true` where there are none. `readRows` gives the rows back. */
export function writeRows(given: Group): string {
  const { join, items } = normalGroup(given);
  if (items.length === 0) return "true";
  const several = items.length > 1;
  return items
    .map((item) => {
      if (isInnerGroup(item)) return `(${item.rows.map(writeInner).join(JOIN[item.join])})`;
      return several ? writeInner(item) : writeRow(item);
    })
    .join(JOIN[join]);
}

const writeInner = (row: Row) => (row.op === "known" ? `(${writeRow(row)})` : writeRow(row));

function writeRow(row: Row): string {
  const path = writePath(row.path);
  switch (row.op) {
    case "is":
      return `${path} == ${literal(row.value)}`;
    case "is_not":
      return `${path} != ${literal(row.value)}`;
    case "over":
      return `${path} > ${literal(row.value)}`;
    case "at_least":
      return `${path} >= ${literal(row.value)}`;
    case "under":
      return `${path} < ${literal(row.value)}`;
    case "at_most":
      return `${path} <= ${literal(row.value)}`;
    case "contains":
      return `${path}.contains(${literal(row.value)})`;
    case "not_contains":
      return `!${path}.contains(${literal(row.value)})`;
    case "starts_with":
      return `${path}.startsWith(${literal(row.value)})`;
    case "ends_with":
      return `${path}.endsWith(${literal(row.value)})`;
    case "has_item":
      return `${literal(row.value)} in ${path}`;
    case "one_of":
      return `${path} in [${row.value.map(literal).join(", ")}]`;
    case "none_of":
      return `!(${path} in [${row.value.map(literal).join(", ")}])`;
    case "yes":
      return `${path} == true`;
    case "no":
      return `${path} == false`;
    case "known":
      return knownChain(row.path).join(" && ");
    case "unknown":
      return `!(${knownChain(row.path).join(" && ")})`;
    case "given":
      return writePresent(row.path);
    case "not_given":
      return `!${writePresent(row.path)}`;
    case "empty":
      return `${path} == null`;
    case "before":
      return dateText(row.path, "<", row.value);
    case "from":
      return dateText(row.path, ">=", row.value);
    case "past":
      return `${momentText(row.path)} < now`;
    case "ahead":
      return `${momentText(row.path)} > now`;
    case "less_ahead":
      return `${momentText(row.path)} - now < ${spanText(row.value)}`;
    case "more_ago":
      return `now - ${momentText(row.path)} >= ${spanText(row.value)}`;
    default:
      return unreachable(row);
  }
}

/** Everything on the way must be there and hold something, or CEL has no answer. */
function knownChain(path: string): string[] {
  const parts = path.split(".");
  if (parts.length === 1) return [`${writePath(path)} != null`];
  return parts.slice(1).flatMap((_, i) => {
    const holder = parts.slice(0, i + 2).join(".");
    return [writePresent(holder), `${writePath(holder)} != null`];
  });
}

const momentText = (path: string) =>
  isOwnMoment(path) ? writePath(path) : `timestamp(${writePath(path)})`;

/** Bare dates of the caller's data are texts, and compare as such. */
function dateText(path: string, sign: "<" | ">=", date: string): string {
  if (!BARE_DATE.test(date)) return `${momentText(path)} ${sign} timestamp(${literal(date)})`;
  if (isOwnMoment(path)) return `${writePath(path)} ${sign} timestamp("${date}T00:00:00Z")`;
  return `${writePath(path)} ${sign} ${literal(date)}`;
}

function spanText(ms: number): string {
  if (ms % HOUR_MS === 0) return `duration("${ms / HOUR_MS}h")`;
  if (ms % MINUTE_MS === 0) return `duration("${ms / MINUTE_MS}m")`;
  return `duration("${Math.round(ms / SECOND_MS)}s")`;
}

function literal(value: string | number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Number.isSafeInteger(value)) return String(value + 0);
  return Number.isInteger(value) ? value.toExponential() : String(value);
}
