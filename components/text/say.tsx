"use client";

import type { TextKey } from "./messages";
import type { Slots } from "./text";
import { useText } from "./text-provider";

/** One text of the catalogue, for components that serve both sides and hold no texts themselves. */
export function Say({ text, slots }: { text: TextKey; slots?: Slots }) {
  return useText()(text, slots);
}
