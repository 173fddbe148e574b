import type { Text } from "@/components/text/text";

const REASONS = {
  no_open_case: "events.noOpenCase",
  no_workflow_listens: "events.noWorkflowListens",
  already_open: "events.alreadyOpen",
  condition_false: "events.conditionFalse",
  no_person: "events.noPerson",
  workflow_paused: "events.workflowPaused",
  workflow_archived: "events.workflowArchived",
  workflow_draft: "events.workflowDraft",
} as const;

const isReason = (text: string): text is keyof typeof REASONS => Object.hasOwn(REASONS, text);

/** Why a workflow let an event pass; a reason this version does not know is shown as it is. */
export function ignoredText(reason: string, t: Text): string {
  if (isReason(reason)) return t(REASONS[reason]);
  const [kind, ...rest] = reason.split(":");
  const field = rest.join(":");
  if (kind === "condition_missing") return t("events.conditionMissing", { field });
  if (kind === "no_moment") return t("events.noMoment", { field });
  return reason;
}
