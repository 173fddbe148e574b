import type { Actor } from "@/core/case/state";
import { isRecord, textOf } from "./param-text";
import { render, type Slots } from "./render";

/** Who did something: “Ana”, “the plan”, “invoice.paid”. A person without a name goes by the id. */
export function actorName(actor: Actor, locale: string): string {
  return render("word.actor", locale, actorSlots(actor, locale) ?? {});
}

/** The name and the “by …” phrase of an actor out of stored JSON, or of a bare name. Null when nobody is named. */
export function actorWords(
  actor: unknown,
  locale: string,
): { name: string; phrase: string } | null {
  const slots = actorSlots(actor, locale);
  if (!slots) return null;
  return {
    name: render("word.actor", locale, slots),
    phrase: render("word.actor_phrase", locale, slots),
  };
}

function actorSlots(actor: unknown, locale: string): Slots | null {
  if (actor === "plan") return { kind: "plan", name: "" };
  if (!isRecord(actor)) {
    const name = textOf(actor);
    return name === null ? null : { kind: "operator", name };
  }
  if (actor.kind === "plan") return { kind: "plan", name: "" };
  const kind = typeof actor.kind === "string" ? actor.kind : "operator";
  const name = textOf(actor.name) ?? textOf(actor.id);
  if (name === null && kind === "operator") return null;
  return { kind, name: name ?? render("word.unknown", locale) };
}
