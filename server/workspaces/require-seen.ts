import { AppError } from "@/core/errors";
import { isSame } from "@/core/workflow/compare/own";

/**
 * Refuses to replace what the writer has not seen: `precondition_failed`, or `conflict` where they have
 * seen none (`seen` null) and somebody else took the key.
 */
export function requireSeen(seen: object | null, stored: object | undefined): void {
  if (isSame(seen, stored)) return;
  if (seen === null) {
    const errors = [{ path: "key", message: "another one has this key" }];
    throw new AppError("conflict", "There is one of this key already.", { errors });
  }
  throw new AppError(
    "precondition_failed",
    "Somebody else has changed this since you read it. Nothing was saved; saving again replaces what they saved.",
  );
}
