import type { TextKey } from "@/components/text/messages";

/** Where new things are made: pages that exist. */
export const CREATES: readonly { label: TextKey; path: string; keys?: string }[] = [
  { label: "palette.createApiKey", path: "settings/api-keys" },
];
