import type { TextKey } from "@/components/text/messages";
import type { Capability } from "@/core/operator/role";

/** Where new things are made, and who may; the page opens its dialog by itself. */
export const CREATES: readonly { label: TextKey; path: string; capability: Capability }[] = [
  { label: "palette.createWorkflow", path: "workflows/new", capability: "edit_workflows" },
  { label: "palette.createPerson", path: "people", capability: "act_on_cases" },
  { label: "palette.createTeam", path: "teams", capability: "edit_workflows" },
  { label: "rotas.new", path: "rotas", capability: "edit_workflows" },
  { label: "policies.new", path: "policies", capability: "edit_workflows" },
  { label: "palette.createTopic", path: "settings/topics", capability: "edit_workflows" },
  { label: "palette.createCalendar", path: "settings/calendars", capability: "edit_workflows" },
  { label: "palette.createApiKey", path: "settings/api-keys", capability: "manage_keys" },
  { label: "palette.createMember", path: "settings/members", capability: "manage_members" },
  { label: "palette.createEvent", path: "events", capability: "act_on_cases" },
];
