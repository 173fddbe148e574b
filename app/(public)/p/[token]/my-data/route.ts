import { ctx } from "@/server/boot";
import { askMyData, showMyData } from "@/server/public/my-data-page";

type Props = { params: Promise<{ token: string }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  showMyData(ctx, request, (await params).token);

export const POST = async (request: Request, { params }: Props): Promise<Response> =>
  askMyData(ctx, request, (await params).token);
