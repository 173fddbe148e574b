import { Ban, CirclePause, Globe, MailX } from "lucide-react";
import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import {
  PERSON_VIEWS,
  type PersonColumn,
  type PersonField,
  type PersonProblem,
  type PersonSort,
  type PersonView,
} from "@/core/filter/person-fields";
import { type SystemView, systemViewsOf } from "../_lists/view-tabs-of";

export const FIELD_LABELS = {
  problem: "people.listFieldProblem",
  language: "people.language",
  team: "people.listFieldTeam",
  manager: "people.manager",
  added: "people.listAdded",
  q: "people.search",
} as const satisfies Record<PersonField, TextKey>;

export const COLUMN_LABELS = {
  name: "people.name",
  id: "people.id",
  reached: "people.reachedAt",
  localTime: "people.localTime",
  language: "people.language",
  problems: "people.problems",
  openCases: "people.openCases",
  added: "people.listAdded",
} as const satisfies Record<PersonColumn, TextKey>;

export const SORT_LABELS = {
  added: "people.listAdded",
  name: "people.name",
} as const satisfies Record<PersonSort, TextKey>;

export const PROBLEMS = {
  no_zone: { word: "people.problemNoZone", icon: Globe },
  no_address: { word: "people.problemNoAddress", icon: MailX },
  suppressed: { word: "people.problemSuppressed", icon: Ban },
  paused: { word: "people.problemPaused", icon: CirclePause },
} as const satisfies Record<PersonProblem, { word: TextKey; icon: unknown }>;

const VIEW_LABELS = {
  all: "people.everybody",
  problem: "people.listViewProblem",
  paused: "people.problemPaused",
  no_zone: "people.listViewNoZone",
} as const satisfies Record<PersonView, TextKey>;

/** The views everybody has, by name. */
export const systemViews = (t: Text): SystemView[] =>
  systemViewsOf(PERSON_VIEWS, (id) => t(VIEW_LABELS[id]));
