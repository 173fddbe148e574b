"use client";

import { useSyncExternalStore } from "react";

const NEVER = () => () => {};
const yes = () => true;
const no = () => false;

/** Whether the page has come to life: until then a form would be sent to its own address, and what was typed lost. */
export const useAlive = (): boolean => useSyncExternalStore(NEVER, yes, no);
