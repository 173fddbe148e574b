import type { Member } from "@/server/auth/session";
import type { Who } from "@/server/cases/verbs";

/** The operator as the actor of a verb. */
export const operatorOf = (member: Member): Who => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name },
});
