import type { Update } from "@/core/workflow/steps/update";

type Values = Update["set"];
export type AttributeKind = "text" | "number" | "boolean" | "none";
/** An attribute as it is typed; `text` is `true` or `false` for a yes or no. */
export type AttributeDraft = { name: string; kind: AttributeKind; text: string };

const PREFIX = "person.attributes.";
const NAME = /^[A-Za-z_]\w{0,63}$/;
export const ATTRIBUTES_MAX = 20;
export const ATTRIBUTE_CHARS_MAX = 2_000;

/** The attributes an update sets, in its order. */
export const attributeDrafts = (set: Values): AttributeDraft[] =>
  Object.entries(set).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && !(typeof value === "object" && value !== null)
      ? [{ name: name.slice(PREFIX.length), kind: kindOf(value), text: String(value ?? "") }]
      : [],
  );

function kindOf(value: unknown): AttributeKind {
  if (value === null) return "none";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : "text";
}

/** The update with these attributes and no others; null while a name or a number is unfinished. */
export function withAttributes(set: Values, drafts: readonly AttributeDraft[]): Values | null {
  const rest = Object.entries(set).filter(([name]) => !name.startsWith(PREFIX));
  const names = new Set(drafts.map(({ name }) => name));
  if (names.size < drafts.length || drafts.some(({ name }) => !NAME.test(name))) return null;
  const values = drafts.map(({ name, kind, text }) => [PREFIX + name, valueIn(kind, text)]);
  if (values.some(([, value]) => value === undefined)) return null;
  return Object.fromEntries([...rest, ...values]) as Values;
}

function valueIn(kind: AttributeKind, text: string) {
  switch (kind) {
    case "none":
      return null;
    case "boolean":
      return text === "true";
    case "number": {
      const n = Number(text.trim().replace(",", "."));
      return text.trim() !== "" && Number.isFinite(n) ? n : undefined;
    }
    case "text":
      return text.length > ATTRIBUTE_CHARS_MAX ? undefined : text;
  }
}

export type DueKind = "keep" | "date" | "moment" | "field";
export type DueDraft = { kind: DueKind; text: string };

export function dueDraft(dueAt: Values["dueAt"]): DueDraft {
  if (dueAt === undefined) return { kind: "keep", text: "" };
  if (typeof dueAt !== "string") return { kind: "field", text: dueAt.from };
  return { kind: dueAt.includes("T") ? "moment" : "date", text: dueAt };
}

/** What a draft means, not yet checked against the schema. */
export function dueOf({ kind, text }: DueDraft): unknown {
  if (kind === "keep") return undefined;
  return kind === "field" ? { from: text.trim() } : text.trim();
}

export type OwnerKind = "keep" | "nobody" | "team" | "person";
export type OwnerDraft = { kind: OwnerKind; key: string };

export function ownerDraft(owner: Values["owner"]): OwnerDraft {
  if (owner === undefined) return { kind: "keep", key: "" };
  if (owner === null) return { kind: "nobody", key: "" };
  return "team" in owner
    ? { kind: "team", key: owner.team }
    : { kind: "person", key: owner.personId };
}

/** What a draft means, not yet checked against the schema. */
export function ownerOf({ kind, key }: OwnerDraft): unknown {
  switch (kind) {
    case "keep":
      return undefined;
    case "nobody":
      return null;
    case "team":
      return { team: key.trim() };
    case "person":
      return { personId: key.trim() };
  }
}
