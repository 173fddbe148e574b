import { ctx } from "@/server/boot";
import { showUnsubscribe, unsubscribe } from "@/server/public/unsubscribe";

type Props = { params: Promise<{ token: string }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  showUnsubscribe(ctx, request, (await params).token);

export const POST = async (request: Request, { params }: Props): Promise<Response> =>
  unsubscribe(ctx, request, (await params).token);
