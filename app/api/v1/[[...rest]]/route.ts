import { ctx } from "@/server/boot";
import { handleApi } from "@/server/http/handle-api";

export const dynamic = "force-dynamic";

const handle = (request: Request): Promise<Response> => handleApi(ctx, request);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
