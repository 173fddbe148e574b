import { findMember } from "@/server/auth/session";
import { demoResponse } from "@/server/person-side/demo-page";

/** An empty page with the widget's script, for the configurator to put the elements in. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const member = await findMember((await params).workspace);
  return member ? demoResponse() : new Response(null, { status: 404 });
}
