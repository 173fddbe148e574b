import { ctx } from "@/server/boot";
import { savePreferencePage, showPreferences } from "@/server/public/preferences/show";

type Props = { params: Promise<{ token: string }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  showPreferences(ctx, request, (await params).token);

export const POST = async (request: Request, { params }: Props): Promise<Response> =>
  savePreferencePage(ctx, request, (await params).token);
