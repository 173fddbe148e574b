import { AppError } from "@/core/errors";

export const DEPTH_MAX = 64;

type Place = { value: unknown; path: string; depth: number };

/**
 * Refuses what would break further in: nesting that exhausts a recursive reader's stack, and text
 * that PostgreSQL's jsonb cannot hold (NUL, halves of surrogate pairs).
 */
export function checkValues(root: unknown): void {
  const stack: Place[] = [{ value: root, path: "", depth: 0 }];
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { value, path, depth } = place;
    if (typeof value === "string") checkText(value, path);
    if (typeof value !== "object" || value === null) continue;
    if (depth >= DEPTH_MAX) {
      throw new AppError("invalid", `The body is nested deeper than ${DEPTH_MAX} levels.`, {
        errors: [{ path, message: `nested deeper than ${DEPTH_MAX} levels` }],
      });
    }
    for (const [name, child] of Object.entries(value)) {
      checkText(name, path);
      if (typeof child !== "string" && (typeof child !== "object" || child === null)) continue;
      stack.push({ value: child, path: path === "" ? name : `${path}.${name}`, depth: depth + 1 });
    }
  }
}

function checkText(text: string, path: string): void {
  if (!text.includes("\u0000") && text.isWellFormed()) return;
  throw new AppError("invalid", "The body holds text that cannot be kept.", {
    errors: [{ path, message: "holds a NUL character or half of a surrogate pair" }],
  });
}
