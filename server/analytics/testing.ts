import type { CaseFacts } from "@/core/metrics/case-facts";
import type { StoredFacts } from "@/db/queries/case-facts";
import { newId } from "../new-id";

/** What a case of "invoices" counts that was opened, reached its person, and waits: as it is stored. */
export function storedFacts({
  facts,
  ...row
}: Pick<StoredFacts, "workspaceId" | "day"> &
  Partial<Omit<StoredFacts, "facts">> & {
    facts: Pick<CaseFacts, "openedAt"> & Partial<CaseFacts>;
  }): StoredFacts {
  return {
    caseId: newId(),
    workflow: "invoices",
    version: 1,
    personId: "p",
    team: null,
    locale: null,
    ...row,
    facts: {
      arm: "",
      holdout: false,
      topic: "billing",
      sentAt: facts.openedAt,
      respondedAt: null,
      endedAt: null,
      status: "open",
      dueAt: null,
      escalatedAt: null,
      promised: false,
      responseSeconds: null,
      responseWorkingSeconds: null,
      resolutionSeconds: null,
      resolutionWorkingSeconds: null,
      channels: [],
      stages: [],
      delivered: 1,
      optedOut: 0,
      complained: 0,
      tallies: { "opened|||0": 1 },
      ...facts,
    },
  };
}
