"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Variable } from "@/core/template/variables";

type ContentContext = {
  variables: readonly Variable[];
  /** Of the workspace: the clock of the examples. */
  zone: string;
  readOnly: boolean;
};

const Context = createContext<ContentContext>({ variables: [], zone: "UTC", readOnly: false });

/** What every field of a content editor knows. */
export function ContentContextProvider({
  children,
  ...value
}: ContentContext & { children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export const useContent = (): ContentContext => useContext(Context);
