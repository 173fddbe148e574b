import { stringify } from "yaml";
import { z } from "zod";
import { Key } from "@/core/ids";
import { findVersion, findWorkflow } from "@/db/queries/workflows";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { contentsOf } from "@/server/workflows/workflow-contents";
import { WorkflowParams } from "../search-params";

const Format = z.enum(["json", "yaml"]).catch("json");

/**
 * One document of a workflow, with the contents it sends and its scenarios, as a file that an import
 * and `PUT /api/v1/workflows/{key}` take back.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string; key: string }> },
): Promise<Response> {
  const { workspace, key } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { version } = WorkflowParams.parse(search);
  const format = Format.parse(search.format);
  const member = await findMember(workspace);
  const known = Key.safeParse(decodeURIComponent(key));
  const found =
    member && known.success && (await findWorkflow(ctx.db, member.workspaceId, known.data));
  if (!found) return new Response("There is no such workflow.", { status: 404 });
  const { workflow, live } = found;
  const row =
    typeof version === "number"
      ? await findVersion(ctx.db, member.workspaceId, workflow.key, version)
      : undefined;
  const definition =
    typeof version === "number"
      ? row?.definition
      : version === "draft"
        ? workflow.draft
        : (live?.definition ?? workflow.draft);
  if (!definition) return new Response("There is no such version.", { status: 404 });
  const isDraft = definition === workflow.draft;
  const draftTemplates = isDraft ? workflow.draftTemplates : {};
  const beside = await contentsOf(ctx.db, member.workspaceId, workflow.key, {
    definition,
    draftTemplates,
  });
  const document = { key: workflow.key, name: workflow.name, definition, ...beside };
  const text = format === "yaml" ? stringify(document) : `${JSON.stringify(document, null, 2)}\n`;
  return new Response(text, {
    headers: {
      "content-type": `application/${format}; charset=utf-8`,
      "content-disposition": `attachment; filename="${workflow.key.replace(/[^\w.-]/g, "-")}.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
