"use client";

import { useSyncExternalStore } from "react";
import { THEME_COOKIE, type Theme, themeFrom } from "@/core/operator/preferences";
import { remember } from "./remember";

const watchers = new Set<() => void>();

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

const themeNow = (): Theme => themeFrom(document.documentElement.dataset.theme);

/** The theme in force; the server says which it wrote into the page. */
export const useTheme = (initial: Theme): Theme =>
  useSyncExternalStore(watch, themeNow, () => initial);

/** Shows a theme at once and keeps it for the next page. */
export function chooseTheme(theme: Theme): void {
  remember(THEME_COOKIE, theme);
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const watcher of watchers) watcher();
}

/** From light to dark or back, whatever the system says. */
export function toggleTheme(): void {
  const theme = themeNow();
  const isDark =
    theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  chooseTheme(isDark ? "light" : "dark");
}
