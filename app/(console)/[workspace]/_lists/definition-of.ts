import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import type { FilterField } from "@/core/filter/field";
import type { ListSpec } from "@/core/filter/list-address";

/** Keys or ids and the names they go by, as values of a field. */
export const named = (some: ReadonlyMap<string, string>): FieldOption[] =>
  [...some].map(([value, label]) => ({ value, label }));

/** A list at its path, each field with its name and its values in the reader's language. */
export function definitionOf<F extends string>(
  spec: Omit<ListSpec, "fields"> & { fields: readonly (FilterField & { name: F })[] },
  path: string,
  label: (field: F) => string,
  options: Partial<Record<F, readonly FieldOption[]>>,
): ListDefinition {
  const fields = spec.fields.map((field) => ({
    ...field,
    label: label(field.name),
    options: options[field.name] ?? [],
  }));
  return { ...spec, fields, path };
}
