import type { AddressParams } from "@/core/filter/address";
import type { Filter } from "@/core/filter/field";
import { type ListAddress, readListAddress } from "@/core/filter/list-address";
import { WORKFLOW_LIST, type WorkflowField } from "@/core/filter/workflow-fields";
import type { WorkflowClause } from "@/db/queries/workflow-pages";
import type { WorkflowStatus } from "@/db/queries/workflows";

/** The address of the list of workflows. What it cannot read is left out, so that an old link still opens. */
export const workflowsAddress = (params: AddressParams): ListAddress =>
  readListAddress(WORKFLOW_LIST, params);

/** The filters of an address as clauses of the query. */
export const workflowClauses = (filters: readonly Filter[]): WorkflowClause[] =>
  filters.flatMap(clausesOf);

function clausesOf({ field, op, values }: Filter): WorkflowClause[] {
  const not = op === "not";
  switch (field as WorkflowField) {
    case "state":
      return [{ on: "status", values: values as WorkflowStatus[], not }];
    case "topic":
      return [{ on: "topic", values, not }];
    case "q":
      return values.map((text) => ({ on: "words", text }));
  }
}
