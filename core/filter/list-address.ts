import {
  type AddressParams,
  readFilters,
  textsOf,
  type Unread,
  unreadValues,
  writeFilters,
} from "./address";
import type { Filter, FilterField } from "./field";

/** What a list can be asked for: its filters, orders and columns. */
export type ListSpec = {
  fields: readonly FilterField[];
  /** The first is the usual order. */
  sorts: readonly string[];
  /** The usual order runs from large to small unless this says otherwise. */
  ascending?: readonly string[];
  /** All columns, in their order. */
  columns: readonly string[];
  /** Columns of a list nobody has changed. */
  usual: readonly string[];
  /** Parameters of something else on the page: they stay in the address and make no saved view. */
  keeps?: readonly string[];
};

export const PAGE_SIZES = [50, 100, 500] as const;
const CURSOR_MAX = 400;
const REF_MAX = 128;
const KEPT_MAX = 200;

export type Sort = { by: string; desc: boolean };

/** Everything that decides what a list shows. Its address is the only place it is kept. */
export type ListAddress = {
  filters: readonly Filter[];
  sort: Sort;
  columns: readonly string[];
  size: number;
  cursor?: string | undefined;
  /** The row that is looked into beside the list. */
  peek?: string | undefined;
  /** The saved view this began from. */
  view?: string | undefined;
  /** Names and values of what the list keeps for others. */
  kept?: readonly (readonly [string, string])[];
  /** Values it was asked for that its fields do not have; absent when there are none. */
  unread?: readonly Unread[];
};

/** How a list is ordered that nobody has ordered. */
export const usualSort = ({ sorts: [by = ""], ascending = [] }: ListSpec): Sort => ({
  by,
  desc: !ascending.includes(by),
});

/** Reads an address; whatever it cannot read filters nothing, and `unread` says so. */
export function readListAddress(spec: ListSpec, params: AddressParams): ListAddress {
  const one = (name: string, max: number) => {
    const [text = ""] = textsOf(params, name);
    return text === "" || text.length > max ? undefined : text;
  };
  const [asked = ""] = textsOf(params, "sort");
  const by = spec.sorts.find((sort) => sort === asked.replace(/^-/, ""));
  const chosen = new Set(textsOf(params, "cols").flatMap((text) => text.split(",")));
  const columns = spec.columns.filter((column) => chosen.has(column));
  const unread = unreadValues(spec.fields, params);
  return {
    filters: readFilters(spec.fields, params),
    sort: by === undefined ? usualSort(spec) : { by, desc: asked.startsWith("-") },
    columns: columns.length > 0 ? columns : spec.usual,
    size: PAGE_SIZES.find((size) => String(size) === one("size", REF_MAX)) ?? PAGE_SIZES[0],
    cursor: one("cursor", CURSOR_MAX),
    peek: one("peek", REF_MAX),
    view: one("view", REF_MAX),
    ...(spec.keeps && { kept: keptOf(spec.keeps, one) }),
    ...(unread.length > 0 && { unread }),
  };
}

const keptOf = (
  names: readonly string[],
  one: (name: string, max: number) => string | undefined,
): [string, string][] =>
  names.flatMap((name) => {
    const text = one(name, KEPT_MAX);
    return text === undefined ? [] : [[name, text]];
  });

const sameWords = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

/** The parameters that make a saved view: filters, order and columns. Canonical: equal lists, equal texts. */
export function viewQuery(spec: ListSpec, address: ListAddress): string {
  const search = new URLSearchParams(writeFilters(spec.fields, address.filters));
  const usual = usualSort(spec);
  const { by, desc } = address.sort;
  if (by !== usual.by || desc !== usual.desc) search.set("sort", `${desc ? "-" : ""}${by}`);
  if (!sameWords(address.columns, spec.usual)) search.set("cols", address.columns.join(","));
  return readable(search);
}

/** `lt:2d` and `a,b` as people read them: both signs may stand in a query as they are. */
const readable = (search: URLSearchParams): string =>
  search.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");

/** The whole address, as short as it can be: what is as usual is left out. */
export function writeListAddress(spec: ListSpec, address: ListAddress): string {
  const search = new URLSearchParams(viewQuery(spec, address));
  if (address.size !== PAGE_SIZES[0]) search.set("size", String(address.size));
  for (const name of ["view", "cursor", "peek"] as const) {
    if (address[name] !== undefined) search.set(name, address[name]);
  }
  for (const [name, value] of address.kept ?? []) search.set(name, value);
  return readable(search);
}

/** The list at `path` as a view's query shows it, with what the address keeps for others. */
export function viewHref(path: string, { kept = [] }: ListAddress, query: string): string {
  const search = new URLSearchParams(query);
  for (const [name, value] of kept) search.set(name, value);
  return search.size === 0 ? path : `${path}?${readable(search)}`;
}

/** `path` with the address changed. A changed filter, order or size starts the list over. */
export function listAddressHref(
  path: string,
  spec: ListSpec,
  address: ListAddress,
  change: Partial<ListAddress>,
): string {
  const keepsPlace = Object.keys(change).every((name) => name === "peek" || name === "columns");
  const next = { ...address, ...(keepsPlace ? {} : { cursor: undefined }), ...change };
  const query = writeListAddress(spec, next);
  return query === "" ? path : `${path}?${query}`;
}
