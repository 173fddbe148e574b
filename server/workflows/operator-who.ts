import type { WorkspaceId } from "@/core/ids";

/** Somebody at the console, for what an API key cannot do. */
export type OperatorWho = { workspaceId: WorkspaceId; operatorId: string; name: string };

/** The same, as the audit log names them. */
export const actorOf = ({ operatorId, name }: OperatorWho) =>
  ({ kind: "operator", id: operatorId, name }) as const;
