import { ctx } from "@/server/boot";
import { metricsText } from "@/server/operations/metrics";

export const dynamic = "force-dynamic";

/** Prometheus text: sums over all workspaces, nothing that names one. */
export async function GET(): Promise<Response> {
  const { text, contentType } = await metricsText(ctx);
  return new Response(text, { headers: { "content-type": contentType } });
}
