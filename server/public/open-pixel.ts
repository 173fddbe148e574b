import type { Ctx } from "@/server/context";
import { recordHit } from "./engagement";
import { openCounted } from "./guard";
import { publicHeaders } from "./page";

/** A transparent GIF of one pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const SUFFIX = /\.gif$/;

/** The open pixel: the same picture for every address, so that it tells nobody which ones are real. */
export async function serveOpenPixel(ctx: Ctx, request: Request, name: string): Promise<Response> {
  if (request.method === "GET" && SUFFIX.test(name)) {
    try {
      const opened = await openCounted(ctx, request, name.replace(SUFFIX, ""), "o");
      if (opened !== "busy" && opened.ok) {
        await recordHit(ctx, request, opened.link, { type: "opened" });
      }
    } catch (error) {
      ctx.log.error({ err: error }, "an open was not recorded");
    }
  }
  return new Response(new Uint8Array(PIXEL), {
    headers: publicHeaders({ "content-type": "image/gif", "content-length": String(PIXEL.length) }),
  });
}
