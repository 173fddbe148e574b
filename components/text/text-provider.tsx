"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { en } from "./en";
import { messagesFor } from "./messages";
import { type Text, textOf } from "./text";

type Reader = { locale: string; t: Text };

const ReaderContext = createContext<Reader>({ locale: "en-GB", t: textOf(en, "en-GB") });

/**
 * Gives every component below the reader's language. The server says which, so nothing flickers; the
 * texts come with the scripts, which a browser keeps, and not with every page.
 */
export function TextProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const reader = useMemo(() => ({ locale, t: textOf(messagesFor(locale), locale) }), [locale]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** The texts of the console, in the reader's language. */
export const useText = (): Text => useContext(ReaderContext).t;

/** BCP 47, for `Intl`. */
export const useLocale = (): string => useContext(ReaderContext).locale;
