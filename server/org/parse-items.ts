import type { z } from "zod";
import type { FieldError } from "@/core/errors";
import { fieldErrors } from "@/server/http/field-errors";

/** One thing of an import: what it says, or why it is not taken. */
export type Item<T> = { id: string | null; value: T | null; errors: FieldError[] };

/** Reads each item by itself; of two with one name the first counts. */
export function parseItems<T>(
  schema: z.ZodType<T>,
  inputs: readonly unknown[],
  name: "id" | "key",
): Item<T>[] {
  const first = new Map<string, number>();
  return inputs.map((input, i) => {
    const parsed = schema.safeParse(input);
    const id = nameIn(input, name);
    if (!parsed.success) return { id, value: null, errors: fieldErrors(parsed.error.issues) };
    const before = id === null ? undefined : first.get(id);
    if (before !== undefined) {
      const message = `is named twice: see item ${before}`;
      return { id, value: null, errors: [{ path: name, message }] };
    }
    if (id !== null) first.set(id, i);
    return { id, value: parsed.data, errors: [] };
  });
}

/** Takes an item out of what is to be done. */
export function refuse(item: Item<unknown>, path: string, message: string): void {
  item.value = null;
  item.errors.push({ path, message });
}

function nameIn(input: unknown, name: "id" | "key"): string | null {
  if (typeof input !== "object" || input === null) return null;
  const value = (input as Record<string, unknown>)[name];
  return typeof value === "string" ? value : null;
}
