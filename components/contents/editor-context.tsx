"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { DraftContent } from "@/core/template/draft-template";
import type { Piece } from "@/core/template/translation";
import type { Variable } from "@/core/template/variables";

/** The default words, while another language is written. */
export type Source = {
  content: DraftContent;
  locale: string;
  /** How the language is called. */
  language: string;
  texts: ReadonlyMap<string, string>;
  /** By place: what changed since it was translated. */
  changes: ReadonlyMap<string, Piece>;
  /** Places that still say what the default does. */
  untranslated: ReadonlySet<string>;
  sideBySide: boolean;
  confirm: (piece: Piece) => void;
};

type ContentContext = {
  variables: readonly Variable[];
  /** Of the workspace: the clock of the examples. */
  zone: string;
  readOnly: boolean;
  /** Null while the default words themselves are written. */
  source: Source | null;
};

const Context = createContext<ContentContext>({
  variables: [],
  zone: "UTC",
  readOnly: false,
  source: null,
});

/** What every field of a content editor knows. */
export function ContentContextProvider({
  children,
  ...value
}: ContentContext & { children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export const useContent = (): ContentContext => useContext(Context);
