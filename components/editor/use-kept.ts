"use client";

import { useState } from "react";

/** The value, as it was when `key` last changed. */
export function useKept<T>(value: T, key: string): T {
  const [kept, setKept] = useState({ value, key });
  if (kept.key === key) return kept.value;
  setKept({ value, key });
  return value;
}
