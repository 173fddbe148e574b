"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);

/** Whether ⌘ is the key for shortcuts. The server says no, and the browser corrects it. */
export const useIsMac = (): boolean => useSyncExternalStore(never, isMac, () => false);
