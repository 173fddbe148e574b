import { ctx } from "@/server/boot";
import { serveFeed } from "@/server/rotas/serve-feed";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ token: string }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  serveFeed(ctx, request, (await params).token);
