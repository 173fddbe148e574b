import { parseDocument } from "yaml";
import { AppError } from "@/core/errors";
import { peopleFromCsv } from "@/server/people/people-from-csv";
import { checkValues } from "./check-values";

type Extra = "yaml" | "csv";

const YAML = new Set(["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"]);
const YAML_ALIASES_MAX = 50;
/** Reading YAML takes time by the square of its length: this much takes a second at worst. */
export const YAML_CHARS_MAX = 128 * 1024;

/**
 * A body as a value: JSON, and YAML or CSV where the endpoint takes them. Nothing is `{}`.
 *
 * Throws `malformed` with the place when it cannot be read, `unsupported_media_type`, and `invalid`
 * for text that PostgreSQL could not keep.
 */
export function parseBody(
  bytes: Uint8Array,
  contentType: string | null,
  accepts: readonly Extra[],
): unknown {
  if (bytes.byteLength === 0) return {};
  const [type = "", ...parameters] = (contentType ?? "application/json").toLowerCase().split(";");
  const parse = parserOf(type.trim(), accepts);
  const charset = /charset=["']?([\w-]+)/.exec(parameters.join(";"))?.[1] ?? "utf-8";
  if (charset !== "utf-8" && charset !== "utf8") {
    throw new AppError("unsupported_media_type", "Bodies are read as UTF-8.");
  }
  const value = parse(decode(bytes));
  checkValues(value);
  return value;
}

function parserOf(type: string, accepts: readonly Extra[]): (text: string) => unknown {
  if (type === "application/json" || /^application\/[\w.-]+\+json$/.test(type)) return parseJson;
  if (YAML.has(type) && accepts.includes("yaml")) return parseYaml;
  if (type === "text/csv" && accepts.includes("csv"))
    return (text) => ({ people: peopleFromCsv(text) });
  const also = accepts.map((extra) => (extra === "yaml" ? "application/yaml" : "text/csv"));
  throw new AppError(
    "unsupported_media_type",
    `Send the body as ${["application/json", ...also].join(" or ")}.`,
  );
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("malformed", "The body is not UTF-8 text.", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("malformed", `The body is not JSON${placeOf(text, cause)}.`, { cause });
  }
}

/** Where JSON.parse stopped: it says so for most errors, and the end of the text is the other one. */
function placeOf(text: string, cause: unknown): string {
  const message = cause instanceof Error ? cause.message : "";
  const given = /at position (\d+)/.exec(message)?.[1];
  const token = /Unexpected token '(.+?)'/s.exec(message)?.[1];
  const at =
    given !== undefined ? Number(given) : message.includes("end of JSON") ? text.length : -1;
  if (at < 0) return token === undefined ? "" : `: unexpected ${JSON.stringify(token)}`;
  return `: stopped at ${lineAndColumn(text, at)}`;
}

function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function parseYaml(text: string): unknown {
  if (text.length > YAML_CHARS_MAX) {
    throw new AppError(
      "too_large",
      `A YAML body can be ${YAML_CHARS_MAX} characters at most; send JSON instead.`,
    );
  }
  const document = composeYaml(text);
  const error = document.errors[0];
  if (error) {
    const place = lineAndColumn(text, error.pos[0]);
    throw new AppError("malformed", `The body is not YAML: stopped at ${place}.`, { cause: error });
  }
  try {
    return document.toJS({ maxAliasCount: YAML_ALIASES_MAX });
  } catch (cause) {
    const message = `The body's YAML aliases unfold too far (at most ${YAML_ALIASES_MAX}).`;
    throw new AppError("malformed", message, { cause });
  }
}

/** The reader recurses: text nested thousands deep exhausts its stack. */
function composeYaml(text: string) {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: "silent" });
  } catch (cause) {
    throw new AppError("malformed", "The body's YAML is nested too deep.", { cause });
  }
}
