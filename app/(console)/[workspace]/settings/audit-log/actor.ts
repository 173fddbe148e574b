import { actorWords } from "@/core/sentence/actor";

/** Who it was, as a reader calls them. */
export const actorText = (actor: unknown, locale: string): string =>
  actorWords(actor, locale)?.name ?? "—";
