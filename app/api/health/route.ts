export const dynamic = "force-dynamic";

/** The process answers; what it depends on is asked by `/api/ready`. */
export const GET = (): Response =>
  Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
