import { ctx } from "@/server/boot";
import { receiveHook } from "@/server/hooks/receive-hook";

type Props = { params: Promise<{ provider: string; account: string }> };

/** What a provider tells of messages; its own signature is all that it brings. */
export const POST = async (request: Request, { params }: Props): Promise<Response> =>
  receiveHook(ctx, request, await params);
