import { ctx } from "@/server/boot";
import { followClick } from "@/server/public/click";

type Props = { params: Promise<{ token: string }> };

const handle = async (request: Request, { params }: Props): Promise<Response> =>
  followClick(ctx, request, (await params).token);

export { handle as GET, handle as HEAD };
