import { ctx } from "@/server/boot";
import { serveOpenPixel } from "@/server/public/open-pixel";

type Props = { params: Promise<{ token: string }> };

const handle = async (request: Request, { params }: Props): Promise<Response> =>
  serveOpenPixel(ctx, request, (await params).token);

export { handle as GET, handle as HEAD };
