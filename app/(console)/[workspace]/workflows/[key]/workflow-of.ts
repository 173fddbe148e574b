import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Key, type WorkspaceId } from "@/core/ids";
import { findWorkflow } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";

/** The workflow an address names, asked once per request; the page for what is not there otherwise. */
export const workflowOf = cache(async (workspaceId: WorkspaceId, key: string) => {
  const known = Key.safeParse(decodeURIComponent(key));
  return (known.success && (await findWorkflow(ctx.db, workspaceId, known.data))) || notFound();
});
