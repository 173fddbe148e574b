import { ctx } from "@/server/boot";
import { readiness } from "@/server/operations/readiness";

export const dynamic = "force-dynamic";

/** 200 when the database, a worker and the auditor are well; 503, and which is not, otherwise. */
export async function GET(): Promise<Response> {
  const answer = await readiness(ctx);
  const headers = { "cache-control": "no-store" };
  return Response.json(answer, { status: answer.ready ? 200 : 503, headers });
}
