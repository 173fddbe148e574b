import { sql } from "drizzle-orm";
import type { CaseEvent } from "@/core/case/case-event";
import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import { pickContent, Template } from "@/core/template/content";
import { resolvesByAction, resolvesByReply } from "@/core/workflow/answers";
import { type Definition, walk } from "@/core/workflow/definition";
import type { Tx } from "@/db/client";
import type { CaseRow } from "@/server/cases/case-row";
import { loadPrograms } from "@/server/cases/programs";
import { levelOf, RESOLVE, UNSNOOZE } from "./helper";
import type { Link } from "./link";
import type { Given } from "./press";
import type { Action } from "./standing";

/** What the press tells the engine; null for a link that the workflow does not count as an answer. */
export async function meaningOf(
  tx: Tx,
  link: Link,
  action: Action,
  given: Given,
  row: CaseRow,
): Promise<CaseEvent | null> {
  const { person, now: at } = link;
  const by: Actor = { kind: "person", id: person.id, name: person.name };
  switch (action.id) {
    case RESOLVE: {
      const { text: note, undoable } = given;
      const more = { ...(note !== undefined && { note }), ...(undoable && { undoable }) };
      return { type: "resolved", at, by, ...more };
    }
    case UNSNOOZE:
      return { type: "snooze_ended", at, by };
  }
  switch (action.kind) {
    case "acknowledge":
      return { type: "acknowledged", at, by };
    case "take_over":
      return { type: "taken_over", at, by };
    case "hand_over":
      if (given.to) return { type: "handed_over", at, by, to: given.to };
      throw new AppError("invalid", "Handing over needs somebody to hand to.");
    case "need_help": {
      const { seen } = given;
      const expectedLevel = seen?.level ?? levelOf(link) ?? row.level;
      const expectedVisit = seen?.visit ?? link.message.visit;
      return { type: "escalated_now", at, by, expectedLevel, expectedVisit };
    }
  }
  if (action.kind === "snooze") {
    if (given.until === undefined || given.until <= at) {
      throw new AppError("invalid", "A matter can only be put off to a moment ahead.");
    }
    return { type: "snoozed", at, by, until: given.until };
  }
  const definition = (await loadPrograms(tx, [row]))(row)?.definition;
  if (!definition) throw new AppError("not_found", "The case's workflow version is gone.");
  const isReply = action.kind === "reply";
  const listed =
    resolvesByAction(definition, action.id) || (isReply && resolvesByReply(definition));
  const resolves = (await ownRule(tx, link, action)) ?? listed;
  if (action.kind === "link" && !resolves && !waitsFor(definition, action.id)) return null;
  const { choice, text, written } = given;
  const detail = {
    ...(choice !== undefined && { choice }),
    ...(text !== undefined && { text }),
    ...(written && { written }),
  };
  const kind = isReply ? "reply" : "action";
  const waits = resolves && given.undoable ? { undoable: given.undoable } : {};
  return { type: "responded", at, by, kind, name: action.id, detail, resolves, ...waits };
}

/** The template's own word on whether this button resolves, if it has one and still exists. */
async function ownRule(tx: Tx, { workspaceId, workspace, message }: Link, action: Action) {
  const [row] = await tx.execute<{ template: unknown }>(sql`
    select template from templates where workspace_id = ${workspaceId} and key = ${message.template}`);
  const template = Template.safeParse(row?.template).data;
  if (!template) return undefined;
  const { actions = [] } = pickContent(template, message.content.locale, workspace.locale);
  return actions.find(({ id }) => id === action.id)?.resolves;
}

function waitsFor(definition: Definition, action: string): boolean {
  for (const { step } of walk(definition)) {
    if (step.kind !== "wait_for_response") continue;
    const named = (step.what ?? []).some(
      (match) => typeof match === "object" && "action" in match && match.action === action,
    );
    if (named) return true;
  }
  return false;
}
