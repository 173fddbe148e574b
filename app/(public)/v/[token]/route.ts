import { ctx } from "@/server/boot";
import { showMessage } from "@/server/public/view";

type Props = { params: Promise<{ token: string }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  showMessage(ctx, request, (await params).token);
