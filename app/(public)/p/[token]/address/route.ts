import { ctx } from "@/server/boot";
import { changeAddress, showAddress } from "@/server/public/address-page";

type Props = { params: Promise<{ token: string }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  showAddress(ctx, request, (await params).token);

export const POST = async (request: Request, { params }: Props): Promise<Response> =>
  changeAddress(ctx, request, (await params).token);
