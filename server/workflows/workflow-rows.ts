import { sql } from "drizzle-orm";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { DraftTemplates } from "@/core/template/draft-template";
import { Definition } from "@/core/workflow/definition";
import type { Db, Tx } from "@/db/client";

export type Drafted = {
  key: string;
  name: string;
  status: "draft" | "live" | "paused" | "archived";
  liveVersion: number | null;
  /** The newest version's number; 0 before the first. */
  newest: number;
  draft: Definition | null;
  /** The contents that the draft changes. */
  draftTemplates: DraftTemplates;
  live: Definition | null;
};

/** A workflow with its draft and live version. Throws `not_found`. `lock` holds it until the transaction ends. */
export async function loadDrafted(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
  options: { lock?: boolean } = {},
): Promise<Drafted> {
  const lock = options.lock ? sql`for update of w` : sql``;
  const [row] = await db.execute<
    Omit<Drafted, "draft" | "live" | "draftTemplates"> &
      Record<"draft" | "live" | "contents", unknown>
  >(sql`
    select w.key, w.name, w.status, w.live_version as "liveVersion", w.draft, v.definition as live,
      w.draft_templates as contents,
      coalesce((select max(version) from workflow_versions n
        where n.workspace_id = w.workspace_id and n.workflow = w.key), 0) as newest
    from workflows w
    left join workflow_versions v on v.workspace_id = w.workspace_id and v.workflow = w.key
      and v.version = w.live_version
    where w.workspace_id = ${workspaceId} and w.key = ${key} ${lock}`);
  if (!row) throw new AppError("not_found", `There is no workflow ${key}.`);
  const parse = (value: unknown) => (value === null ? null : Definition.parse(value));
  const { contents, ...rest } = row;
  const draftTemplates = DraftTemplates.parse(contents);
  return { ...rest, draft: parse(row.draft), live: parse(row.live), draftTemplates };
}
