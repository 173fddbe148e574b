import { serveWidget } from "@/server/inbox-widget/serve-widget";

type Props = { params: Promise<{ file: string[] }> };

export const GET = async (request: Request, { params }: Props): Promise<Response> =>
  serveWidget(request, (await params).file.join("/"));
