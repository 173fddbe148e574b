import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import type { FieldError } from "@/core/errors";

/** What a server action answers, as far as a form needs to know. */
export type ActionAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; code?: string; message: string; errors?: readonly FieldError[] };

/** Why something was not done: all of it in a sentence, and field by field. */
export type Failure = {
  message: string;
  errors: readonly FieldError[];
  /** Somebody changed it meanwhile: seen again, it may be tried again. */
  isConflict: boolean;
};

type Unanswered = "ui.noAnswer" | "ui.noAnswerToast" | "ui.oldPage";

/**
 * Calls a server action. A call that never arrives, or whose answer does not, becomes an answer too, in
 * the reader's words; a redirect still goes its way.
 */
export async function answerOf<T>(
  call: () => Promise<ActionAnswer<T>>,
  t: (key: Unanswered) => string,
  unanswered: Unanswered = "ui.noAnswer",
): Promise<ActionAnswer<T>> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    console.warn("A server action got no answer", error);
    const isOldPage = unstable_isUnrecognizedActionError(error);
    return { ok: false, code: "no_answer", message: t(isOldPage ? "ui.oldPage" : unanswered) };
  }
}

export const failureOf = ({
  code,
  message,
  errors = [],
}: Extract<ActionAnswer<never>, { ok: false }>): Failure => ({
  message,
  errors,
  isConflict: code === "precondition_failed",
});

/** What was refused about one field, as it stands below it: the servers' words go on from a field's name. */
export function errorOf(failure: Failure | undefined, path: string): string | undefined {
  const message = failure?.errors.find((error) => error.path === path)?.message;
  return message?.replace(/^\p{Ll}+(?=\s|$)/u, (word) => capitalized(word));
}

const capitalized = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);

/** What was refused about none of the fields that are shown. */
export const errorBeside = (
  failure: Failure | undefined,
  paths: readonly string[],
): string | undefined =>
  failure && !failure.errors.some(({ path }) => paths.includes(path)) ? failure.message : undefined;
