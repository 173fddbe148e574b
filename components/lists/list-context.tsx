"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useTransition } from "react";
import type { FilterField } from "@/core/filter/field";
import {
  type ListAddress,
  type ListSpec,
  listAddressHref,
  writeListAddress,
} from "@/core/filter/list-address";
import { ShownRows } from "./shown-rows";
import { type Selection, useSelection } from "./use-selection";

/** A value as the reader knows it. */
export type FieldOption = { value: string; label: string };

/** A field with its name and values in the reader's language. */
export type ListField = FilterField & { label: string; options: readonly FieldOption[] };

/** What a list can be asked for, and where it lives. */
export type ListDefinition = Omit<ListSpec, "fields"> & {
  path: string;
  fields: readonly ListField[];
};

type List = {
  list: ListDefinition;
  address: ListAddress;
  /** The list with a part of its address changed. */
  href: (change: Partial<ListAddress>) => string;
  go: (change: Partial<ListAddress>, how?: "push" | "replace") => void;
  /** Another answer is under way. */
  pending: boolean;
  selection: Selection;
  /** What decides which rows there are: the same text, the same list. */
  key: string;
};

const ListContext = createContext<List | null>(null);

/** Around everything that belongs to one list: header, rows and the panel beside them. */
export function ListProvider({
  list,
  address,
  children,
}: {
  list: ListDefinition;
  address: ListAddress;
  children: ReactNode;
}) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const key = writeListAddress(list, {
    ...address,
    columns: list.usual,
    peek: undefined,
    view: undefined,
    kept: [],
  });
  const selection = useSelection(key);
  const value = useMemo<List>(() => {
    const href = (change: Partial<ListAddress>) =>
      listAddressHref(list.path, list, address, change);
    const go: List["go"] = (change, how = "push") =>
      start(() => router[how](href(change), { scroll: false }));
    return { list, address, href, go, pending, selection, key };
  }, [list, address, pending, selection, key, router]);
  return (
    <ListContext value={value}>
      <ShownRows>{children}</ShownRows>
    </ListContext>
  );
}

export function useList(): List {
  const value = useContext(ListContext);
  if (!value) throw new Error("A list's parts stand inside its ListProvider.");
  return value;
}
