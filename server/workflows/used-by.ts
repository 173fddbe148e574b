import type { WorkspaceId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import type { Tx } from "@/db/client";
import { listDefinitions } from "@/db/queries/workflows";

/** What a definition can refer to by key, and the fields that hold it. */
const FIELDS = {
  topic: ["topic"],
  team: ["team"],
  rota: ["rota"],
  policy: ["policy"],
  template: Channel.options,
} as const satisfies Record<string, readonly string[]>;

export type Referred = keyof typeof FIELDS;

/** Whether a document names `key` in one of those fields, however deep. */
export function refersTo(document: unknown, kind: Referred, key: string): boolean {
  const fields: readonly string[] = FIELDS[kind];
  const stack: unknown[] = [document];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (inner === key && fields.includes(name)) return true;
      stack.push(inner);
    }
  }
  return false;
}

/** The workflows whose draft or live version names `key`, in words. */
export async function workflowsUsing(
  tx: Tx,
  workspaceId: WorkspaceId,
  kind: Referred,
  key: string,
): Promise<string[]> {
  const documents = await listDefinitions(tx, workspaceId);
  const users = documents.filter(({ definition }) => refersTo(definition, kind, key));
  return [...new Set(users.map((user) => `workflow ${user.key}`))];
}
