import { z } from "zod";
import { STEPS_IN_LIST_MAX, type Step, Steps } from "../step";

export const CLIPBOARD_CHARS_MAX = 1_000_000;

/** Steps as text that can be pasted into a chat, a file or another workspace. */
const Clipboard = z.strictObject({ followthrough: z.literal(1), steps: Steps });

export const stepsText = (steps: readonly Step[]): string =>
  JSON.stringify({ followthrough: 1, steps }, null, 2);

/**
 * Steps from pasted text. Null when it is no clipboard of ours at all; otherwise what is wrong,
 * each with its place.
 */
export function readSteps(
  text: string,
): { ok: true; steps: Step[] } | { ok: false; issues: { path: string; message: string }[] } | null {
  if (text.length > CLIPBOARD_CHARS_MAX || !text.trimStart().startsWith("{")) return null;
  const value = json(text);
  if (typeof value !== "object" || value === null || !("followthrough" in value)) return null;
  const parsed = Clipboard.safeParse(value);
  if (parsed.success && parsed.data.steps.length > 0) return { ok: true, steps: parsed.data.steps };
  const issues = parsed.success
    ? [{ path: "steps", message: `1 to ${STEPS_IN_LIST_MAX} steps` }]
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return { ok: false, issues };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
