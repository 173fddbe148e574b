import type { Definition, DueRule, StopRule } from "@/core/workflow/definition";
import { lengthWords } from "./duration-words";
import { fieldsFor, type SentenceOptions } from "./names";
import { textOf } from "./param-text";
import { partyWords } from "./party";
import { flag, render, type Slots } from "./render";
import { type SentencePart, sentenceParts } from "./sentence-parts";

/** How cases of this workflow open: “When invoice.created arrives, open a case for …, about …, due ….” */
export function startSentence(
  definition: Pick<Definition, "start" | "person" | "subject" | "key" | "due">,
  options: SentenceOptions,
): string {
  const { locale } = options;
  const { start, person, subject, key, due } = definition;
  const id = person && typeof person !== "string" ? { person: person.id } : null;
  const slots = {
    hasEvent: flag(start !== undefined),
    event: start?.event ?? "",
    hasWhere: flag(start?.where !== undefined),
    where: conditionWords(start?.where, options),
    person: partyWords(id ?? person ?? "person", options) ?? render("word.unknown", locale),
    subject: templateWords(subject),
    hasKey: flag(key !== undefined),
    key: templateWords(key ?? ""),
    ...dueSlots(due, locale),
  };
  return render(
    "document.start",
    locale,
    slots,
    fieldsFor(options, { event: "start.event", where: "start.where" }),
  );
}

/** `startSentence` cut at its slots, each with the path of the field in the document that it shows. */
export const startSentenceParts = (
  definition: Parameters<typeof startSentence>[0],
  options: SentenceOptions,
): SentencePart[] => sentenceParts(startSentence(definition, { ...options, marks: true }));

/** What one rule of `stopsWhen` does: “Stops when invoice.paid arrives.” */
export function stopSentence(rule: StopRule, options: SentenceOptions): string {
  const event = "event" in rule ? rule : null;
  return render("document.stop", options.locale, {
    shape: event ? "event" : "action" in rule ? "action" : "reply",
    event: event?.event ?? "",
    action: "action" in rule ? rule.action : "",
    // biome-ignore lint/suspicious/noThenProperty: the document's own word is the slot's name
    then: event?.then ?? "resolve",
    until: event?.until ?? render("word.unknown", options.locale),
    hasKey: flag(event?.key !== undefined),
    key: templateWords(event?.key ?? ""),
    hasWhen: flag(event?.when !== undefined),
    when: conditionWords(event?.when, options),
  });
}

/** When cases of this workflow are due. */
export function dueSentence(due: DueRule | null | undefined, options: SentenceOptions): string {
  return render("document.due", options.locale, dueSlots(due, options.locale));
}

function dueSlots(due: DueRule | null | undefined, locale: string): Slots {
  const none = { due: "no", duePath: "", dueLength: "", dueLengthDative: "" };
  if (!due) return none;
  if ("from" in due) return { ...none, due: "path", duePath: due.from };
  const unknown = render("word.unknown", locale);
  return {
    ...none,
    due: "after",
    dueLength: lengthWords(due.after, locale) ?? unknown,
    dueLengthDative: lengthWords(due.after, locale, "dative") ?? unknown,
  };
}

/** A slot of a text template in the brackets that mark slots on a card: “Invoice [data.number]”. */
export function templateWords(template: string): string {
  const bracketed = template
    .replace(/\{\{-?\s*([^|}]+?)\s*(?:\|[^}]*)?-?\}\}/g, "[$1]")
    .replace(/\{%.*?%\}/g, "");
  return textOf(bracketed) ?? "";
}

export function conditionWords(cel: string | undefined, { names }: SentenceOptions): string {
  if (cel === undefined) return "";
  return names?.condition?.(cel) ?? textOf(cel) ?? "";
}
