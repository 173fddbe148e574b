import type { WorkspaceId } from "@/core/ids";
import type { EmailLayout } from "@/core/template/email-layout";
import { LAYOUTS_MAX } from "@/core/template/email-layout";
import { SNIPPETS_MAX, type Snippet } from "@/core/template/snippet";
import type { Db, Tx } from "@/db/client";
import { listKeyed } from "./keyed";

/** The snippets of a workspace, by key. */
export async function allSnippets(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<Map<string, Snippet>> {
  const { rows } = await listKeyed(db, workspaceId, "snippets", { limit: SNIPPETS_MAX });
  return new Map(rows.map(({ key, snippet }) => [key, snippet]));
}

/** The layouts of a workspace, by key. */
export async function allLayouts(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<Map<string, EmailLayout>> {
  const { rows } = await listKeyed(db, workspaceId, "layouts", { limit: LAYOUTS_MAX });
  return new Map(rows.map(({ key, layout }) => [key, layout]));
}
