import type { ListName } from "@/core/operator/list-name";
import { CASE_LIST } from "./case-fields";
import { EVENT_LIST } from "./event-fields";
import type { ListSpec } from "./list-address";
import { MESSAGE_LIST } from "./message-fields";
import { PERSON_LIST } from "./person-fields";
import { REPORT_LIST } from "./report-fields";
import { TEAM_LIST } from "./team-fields";
import { WORKFLOW_LIST } from "./workflow-fields";

/** What each list of the console can be asked for. */
export const LIST_SPECS: Record<ListName, ListSpec> = {
  cases: CASE_LIST,
  workflows: WORKFLOW_LIST,
  messages: MESSAGE_LIST,
  people: PERSON_LIST,
  teams: TEAM_LIST,
  events: EVENT_LIST,
  analytics: REPORT_LIST,
};
