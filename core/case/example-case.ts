import type { Instant } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { exampleFacts } from "./example-facts";
import type { CaseFacts } from "./facts";
import type { Matter, StoredMessage } from "./matter";
import { openMatter, tick } from "./memory-engine";
import type { Actor } from "./state";

export const START = Date.UTC(2026, 10, 24, 9, 12);
export const DUE = Date.UTC(2026, 11, 12, 22, 59, 59, 999);
export const mara: Actor = { kind: "person", id: "mara", name: "Mara" };
export const lena: Actor = { kind: "person", id: "lena", name: "Lena" };
export const ana: Actor = { kind: "operator", id: "op1", name: "Ana" };
export const paid: Actor = { kind: "event", id: "e1", name: "invoice.paid" };

export type Given = {
  steps: unknown[];
  stages?: unknown[][];
  facts?: CaseFacts;
  dueAt?: Instant | null;
} & Record<string, unknown>;

export function open({
  steps,
  stages,
  facts = exampleFacts(),
  dueAt = DUE,
  ...document
}: Given): Matter {
  const lists = stages ?? [steps];
  const definition = Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "t",
    subject: "x",
    stages: lists.map((list, i) => ({ id: `stage${i}`, name: `Stage ${i}`, steps: list })),
    ...document,
  });
  return openMatter(compile(definition, { workflow: "w", version: 1 }), facts, START, dueAt);
}

export const openExample = (
  changes: Record<string, unknown> = {},
  dueAt: Instant | null = DUE,
): Matter =>
  openMatter(
    compile(exampleDefinition(changes), { workflow: "invoices", version: 4 }),
    exampleFacts(),
    START,
    dueAt,
  );

export const messages = (matter: Matter): StoredMessage[] => [...matter.messages.values()];
export const sent = (matter: Matter) =>
  messages(matter)
    .filter((m) => m.status === "sent")
    .map((m) => `${m.step} ${m.channel} ${m.personId}`);
export const codes = (matter: Matter) => matter.codes.map(({ code }) => code);
export const paramsOf = (matter: Matter, code: string) =>
  matter.codes.find((c) => c.code === code)?.params;

/** Runs what is due, each at its own moment, up to and including `at`. */
export function until(matter: Matter, at: Instant): void {
  for (;;) {
    const { nextActionAt } = matter.state;
    const waiting = messages(matter).filter((m) => m.status === "planned" && m.deliverAt <= at);
    if (waiting.length === 0 && (nextActionAt === null || nextActionAt > at)) break;
    tick(matter);
  }
  matter.now = Math.max(matter.now, at);
}

export const mail = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  kind: "send",
  channels: [{ email: `t-${id}` }],
  ...changes,
});
export const wait = (id: string, length: string) => ({ id, kind: "wait", for: length });
