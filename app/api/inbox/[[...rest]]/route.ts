import { ctx } from "@/server/boot";
import { inboxHub } from "@/server/inbox/current";
import { handleInbox } from "@/server/inbox/handle-inbox";

export const dynamic = "force-dynamic";

const handle = (request: Request): Promise<Response> => handleInbox(ctx, inboxHub, request);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
