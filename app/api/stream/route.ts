import { auth } from "@/server/auth/current";
import { ctx } from "@/server/boot";
import { liveHub } from "@/server/live/current";
import { follow } from "@/server/live/follow";

export const dynamic = "force-dynamic";

/** What changes in a workspace, as it changes: the console's stream. */
export const GET = (request: Request) => follow({ ctx, auth: auth(), hub: liveHub() }, request);
