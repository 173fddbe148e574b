import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { WorkspaceId } from "@/core/ids";
import { findEndpoint } from "@/db/queries/webhook-endpoints";
import { ctx } from "@/server/boot";
import { showEndpoint } from "@/server/webhooks/show-endpoints";

const Uuid = z.uuid();

/** An id of an address; anything else is no page. */
export const idOf = (text: string): string => {
  const parsed = Uuid.safeParse(text);
  return parsed.success ? parsed.data : notFound();
};

/** The endpoint of an address, and its host; another workspace's is no page. */
export async function endpointOf(workspaceId: WorkspaceId, id: string) {
  const row = await findEndpoint(ctx.db, workspaceId, idOf(id));
  if (!row) notFound();
  return { endpoint: showEndpoint(row), host: new URL(row.url).host };
}
