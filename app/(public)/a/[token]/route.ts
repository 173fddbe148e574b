import { ctx } from "@/server/boot";
import { pressAction, showAction } from "@/server/public/action-page";

type Props = { params: Promise<{ token: string }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  showAction(ctx, request, (await params).token);

export const POST = async (request: Request, { params }: Props): Promise<Response> =>
  pressAction(ctx, request, (await params).token);
