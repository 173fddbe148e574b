import type { ActionKind } from "@/core/template/content";

export type ResultWords = {
  title: Record<ActionKind, string>;
  pressed: (label: string, at: string) => string;
  chosen: (choice: string, at: string) => string;
  replied: (at: string) => string;
  tookOn: (at: string) => string;
  snoozed: (until: string) => string;
  goOn: (host: string) => string;
  closes: string;
  told: (names: string) => string;
  others: (n: number) => string;
  confirmation: string;
  hasAnswer: (sender: string) => string;
  staysOpen: string;
  quietUntil: string;
};
