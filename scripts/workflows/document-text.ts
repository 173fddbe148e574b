import { stringify } from "yaml";
import { YAML_CHARS_MAX } from "@/server/http/parse-body";
import type { FileDocument } from "./remote";

/** What people look for first; all other fields follow by name. The database keeps no order. */
const FIRST =
  "key id kind name title schema purpose topic start person subject due data earlyAnswer stopsWhen stages resolution expiry limits definition templates scenarios to channels anyOf channel content locales".split(
    " ",
  );

const rank = (name: string): number => {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
};

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]));
}

/** A document as YAML whose fields always stand in the same order, so that equal ones are equal texts. */
export const yamlOf = (document: FileDocument): string =>
  stringify(ordered(document), { lineWidth: 100, aliasDuplicateObjects: false });

/** The file a workflow is written to: YAML, or JSON where that would be too long to be read back. */
export function fileOf(document: FileDocument): { name: string; text: string } {
  const name = encodeURIComponent(document.key);
  const text = yamlOf(document);
  if (text.length <= YAML_CHARS_MAX) return { name: `${name}.yaml`, text };
  return { name: `${name}.json`, text: `${JSON.stringify(ordered(document), null, 2)}\n` };
}
