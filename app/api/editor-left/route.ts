import { auth } from "@/server/auth/current";
import { ctx } from "@/server/boot";
import { editorLeft } from "@/server/workflows/editor-left";

export const dynamic = "force-dynamic";

/** A tab was closed that had an editor open. */
export const POST = (request: Request) => editorLeft({ ctx, auth: auth() }, request);
