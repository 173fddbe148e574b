import type { z } from "zod";
import { WorkflowFile } from "@/core/contracts/workflow-file";
import { AppError } from "@/core/errors";
import type { StepKind } from "@/core/workflow/step";
import { checkValues } from "@/server/http/check-values";
import { fieldErrors } from "@/server/http/field-errors";
import { YAML_CHARS_MAX } from "@/server/http/parse-body";
import { type FileProblem, type ParsedText, parseText, TextProblem } from "./parse-text";

/** Characters of one file: what fits into one call of a server action. */
export const FILE_CHARS_MAX = 900_000;
/** Problems that are told of one file. */
const PROBLEMS_MAX = 50;

export type ReadFile =
  | { ok: true; file: WorkflowFile }
  | { ok: false; problems: FileProblem[]; total: number };

/**
 * Reads a workflow from JSON or YAML: an export, `{ name, definition }`, or a bare definition. What
 * cannot be one is refused with every place. `error` words the schema's own refusals.
 */
export function readWorkflowFile(text: string, error?: z.core.$ZodErrorMap): ReadFile {
  try {
    const parsed = parseWithin(text);
    checkValues(parsed.value);
    return readValue(parsed, error);
  } catch (cause) {
    if (cause instanceof TextProblem) return refused([cause.problem]);
    if (!(cause instanceof AppError)) throw cause;
    const where = cause.errors[0];
    const message = where?.message ?? cause.message;
    return refused([{ path: where?.path ?? "", message, line: null, column: null }]);
  }
}

function parseWithin(text: string): ParsedText {
  if (text.trim() === "") throw new TextProblem("There is nothing in it.");
  if (text.length > FILE_CHARS_MAX) {
    throw new TextProblem(`It has more than ${FILE_CHARS_MAX} characters.`);
  }
  const parsed = parseText(text, YAML_CHARS_MAX);
  const { value } = parsed;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return parsed;
  throw new TextProblem("It holds no workflow: a document with a definition is needed.");
}

function readValue({ value, placeOf }: ParsedText, error?: z.core.$ZodErrorMap): ReadFile {
  const given = value as Record<string, unknown>;
  const isBare = !Object.hasOwn(given, "definition") && Object.hasOwn(given, "stages");
  const result = WorkflowFile.safeParse(
    isBare ? { definition: given } : given,
    error === undefined ? {} : { error },
  );
  if (result.success) return { ok: true, file: result.data };
  const problems = fieldErrors(result.error.issues).map(({ path, message }) => {
    const own = isBare ? path.replace(/^definition\.?/, "") : path;
    return { path: own, message: kindMessage(given, own) ?? message, ...placeOf(own) };
  });
  return refused(problems);
}

const refused = (problems: FileProblem[]): ReadFile => ({
  ok: false,
  problems: problems.slice(0, PROBLEMS_MAX),
  total: problems.length,
});

const KINDS = Object.keys({
  send: true,
  wait: true,
  wait_for_response: true,
  branch: true,
  split: true,
  repeat: true,
  escalate: true,
  update: true,
  call: true,
  close: true,
} satisfies Record<StepKind, true>);

const SHOWN_CHARS_MAX = 64;

/** The schema says only that none of its shapes fits; whoever wrote it wants to know which there are. */
function kindMessage(root: unknown, path: string): string | null {
  const parts = path.split(".");
  if (parts.at(-1) !== "kind" || !/^\d+$/.test(parts.at(-2) ?? "")) return null;
  let value = root;
  for (const part of parts) {
    if (typeof value !== "object" || value === null) return null;
    value = (value as Record<string, unknown>)[part];
  }
  if (typeof value !== "string" || KINDS.includes(value)) return null;
  const kind = JSON.stringify(value.slice(0, SHOWN_CHARS_MAX));
  return `there is no step of the kind ${kind}; there are ${KINDS.join(", ")}`;
}
