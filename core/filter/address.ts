import {
  checkedFilter,
  FILTER_OPS,
  FILTER_TEXT_MAX,
  FILTERS_MAX,
  type Filter,
  type FilterField,
  type FilterOp,
  isFilterValue,
} from "./field";

/** One filter as the value of its parameter: `reminder,first`, `not:billing`, `lt:2d`. */
export function filterText(field: FilterField, { op, values }: Filter): string {
  if (field.kind === "words") return values[0] ?? "";
  const text = values.map((value) => value.replace(/[\\,]/g, "\\$&")).join(",");
  return op === "is" && !PREFIX.test(text) ? text : `${op}:${text}`;
}

const PREFIX = new RegExp(`^(${FILTER_OPS.join("|")}):`);

/** Reads the value of a parameter back, or null when it says nothing the field understands. */
export function readFilterText(field: FilterField, text: string): Filter | null {
  const { op, values } = partsOf(field, text);
  return checkedFilter(field, op, values);
}

function partsOf(field: FilterField, text: string): Omit<Filter, "field"> {
  if (field.kind === "words") return { op: "is", values: [text.trim()] };
  const prefix = PREFIX.exec(text)?.[1];
  const values = splitValues(text.slice(prefix ? prefix.length + 1 : 0));
  return { op: (prefix ?? "is") as FilterOp, values };
}

/** At commas that no backslash stands before. */
function splitValues(text: string): string[] {
  const values: string[] = [];
  let value = "";
  for (const part of text.match(/\\[\s\S]|[\s\S]/g) ?? []) {
    if (part === ",") {
      values.push(value);
      value = "";
    } else value += part.length === 2 && part.startsWith("\\") ? part.slice(1) : part;
  }
  return [...values, value];
}

/** Parameters as Next gives them, or as `URLSearchParams` collects them. */
export type AddressParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A query string as parameters, each with all its values. */
export function paramsOf(query: string): AddressParams {
  const search = new URLSearchParams(query);
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
}

export const textsOf = (params: AddressParams, name: string): readonly string[] => {
  const given = params[name];
  return given === undefined ? [] : typeof given === "string" ? [given] : given;
};

/** The filters of an address in the order of the fields. What it cannot read is left out, so that old links open. */
export function readFilters(fields: readonly FilterField[], params: AddressParams): Filter[] {
  return fields
    .flatMap((field) =>
      [field.name, ...(field.formerly ?? [])]
        .flatMap((name) => textsOf(params, name))
        .map((text) => readFilterText(field, text)),
    )
    .filter((filter) => filter !== null)
    .slice(0, FILTERS_MAX);
}

/** A value of a field that the field does not have. */
export type Unread = { field: string; value: string };

/** What `readFilters` leaves out because it is no value of its field, in the order of the fields. */
export const unreadValues = (fields: readonly FilterField[], params: AddressParams): Unread[] =>
  fields
    .flatMap((field) =>
      [field.name, ...(field.formerly ?? [])]
        .flatMap((name) => textsOf(params, name))
        .flatMap((text) => {
          const { op, values } = partsOf(field, text);
          return values.filter((value) => value !== "" && !isFilterValue(field, op, value));
        })
        .map((value) => ({ field: field.name, value: value.slice(0, FILTER_TEXT_MAX) })),
    )
    .slice(0, FILTERS_MAX);

/** Names and values of the parameters of these filters, in the order of the fields. */
export function writeFilters(
  fields: readonly FilterField[],
  filters: readonly Filter[],
): [string, string][] {
  return fields.flatMap((field) =>
    filters
      .filter((filter) => filter.field === field.name)
      .map((filter): [string, string] => [field.name, filterText(field, filter)]),
  );
}
