import "server-only";
import { caseNumber } from "@/components/cases/case-state";
import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import { stateWord } from "@/components/ui/state-badge";
import type { Filter } from "@/core/filter/field";
import { MESSAGE_LIST, MESSAGE_OUTCOMES, type MessageField } from "@/core/filter/message-fields";
import { CaseId } from "@/core/ids";
import { MESSAGE_CODES } from "@/core/sentence/codes";
import { codeSentence } from "@/core/sentence/decision-sentence";
import { Channel } from "@/core/template/channel";
import { findCaseNumbers } from "@/db/queries/case-numbers";
import { findPeopleCards } from "@/db/queries/people-cards";
import { listStageLabels, listWorkflowNames } from "@/db/queries/workflow-labels";
import { ctx } from "@/server/boot";
import { definitionOf, named } from "../_lists/definition-of";
import type { PageView } from "../page-view";
import { FIELD_LABELS } from "./message-words";

/** What the list calls workflows and stages, and the people and cases it is filtered by. */
export async function listLabels({ workspaceId }: PageView, filters: readonly Filter[]) {
  const valuesOf = (name: MessageField) =>
    filters.flatMap(({ field, values }) => (field === name ? values : []));
  const caseIds = valuesOf("case").filter((ref) => CaseId.safeParse(ref).success);
  const [workflows, stages, people, numbers] = await Promise.all([
    listWorkflowNames(ctx.db, workspaceId),
    listStageLabels(ctx.db, workspaceId),
    findPeopleCards(ctx.db, workspaceId, valuesOf("person")),
    findCaseNumbers(ctx.db, workspaceId, caseIds),
  ]);
  return {
    workflows,
    // Newest versions come first: theirs is the name a stage goes by.
    stages: new Map(stages.toReversed().map(({ id, name }) => [id, name])),
    people: new Map([...people].map(([id, { name }]) => [id, name ?? id])),
    cases: new Map([...numbers].map(([id, number]) => [id, caseNumber(number)])),
  };
}

export type ListLabels = Awaited<ReturnType<typeof listLabels>>;

/** The list of messages with every word in the viewer's language. */
export function messageList(view: PageView, labels: ListLabels): ListDefinition {
  const { slug, t } = view;
  const options: Record<MessageField, FieldOption[]> = {
    outcome: MESSAGE_OUTCOMES.map((value) => ({ value, label: stateWord(value, t) })),
    reason: MESSAGE_CODES.map((value) => ({ value, label: reasonWords(value, view) })),
    channel: Channel.options.map((value) => ({
      value,
      label: t("messages.channelName", { channel: value }),
    })),
    workflow: named(labels.workflows),
    stage: named(labels.stages),
    person: named(labels.people),
    case: named(labels.cases),
    planned: [],
  };
  return definitionOf(
    MESSAGE_LIST,
    `/${slug}/messages`,
    (field) => t(FIELD_LABELS[field]),
    options,
  );
}

/** A code as its sentence without a case: “No address”. */
const reasonWords = (code: string, { locale, viewerZone }: PageView): string =>
  codeSentence(code, {}, { locale, zone: viewerZone }).replace(/\.$/, "");
