"use client";

import { type Shortcut, useShortcuts } from "@/components/shortcuts/use-shortcuts";

/** Keys of a list, under one heading of the sheet. */
export const useListShortcuts = (shortcuts: readonly Shortcut[]): void =>
  useShortcuts("shortcuts.list", shortcuts);
