import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import {
  TEAM_VIEWS,
  type TeamColumn,
  type TeamField,
  type TeamProblem,
  type TeamSort,
  type TeamView,
} from "@/core/filter/team-fields";
import { type SystemView, systemViewsOf } from "../_lists/view-tabs-of";

export const FIELD_LABELS = {
  problem: "teams.listProblem",
  member: "teams.member",
  q: "teams.listSearch",
} as const satisfies Record<TeamField, TextKey>;

export const COLUMN_LABELS = {
  name: "teams.team",
  lead: "teams.lead",
  members: "teams.members",
  away: "teams.away",
  onCall: "teams.onCall",
  localTime: "teams.localTime",
  calendar: "teams.calendar",
  escalations: "teams.escalations",
} as const satisfies Record<TeamColumn, TextKey>;

export const SORT_LABELS = {
  name: "teams.name",
  escalations: "teams.escalations",
} as const satisfies Record<TeamSort, TextKey>;

export const PROBLEM_LABELS = {
  no_lead: "teams.listNoLead",
  no_members: "teams.listNoMembers",
  all_away: "teams.listAllAway",
  nobody_on_call: "teams.listNobodyOnCall",
} as const satisfies Record<TeamProblem, TextKey>;

const VIEW_LABELS = {
  all: "teams.listViewAll",
  problem: "teams.listViewProblem",
  nobody_on_call: "teams.listNobodyOnCall",
} as const satisfies Record<TeamView, TextKey>;

/** The views everybody has, by name. */
export const systemViews = (t: Text): SystemView[] =>
  systemViewsOf(TEAM_VIEWS, (id) => t(VIEW_LABELS[id]));
