import { z } from "zod";
import { PersonId } from "@/core/ids";
import { PAGE_LANGUAGE_TAGS } from "@/core/person-side/page-language";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { framedHtml } from "@/server/http/framed-html";
import { previewPreferences } from "@/server/person-side/preview-preferences";

const NOTHING = "<!doctype html><title>No preview</title>There is nobody with this id.";

const Given = z.object({
  person: PersonId,
  language: z.enum(PAGE_LANGUAGE_TAGS).nullable().catch(null),
});

/** A person's preference page for members of the workspace to look at: nothing in it does anything. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const { workspace } = await params;
  const member = await findMember(workspace);
  const search = new URL(request.url).searchParams;
  const given = Given.safeParse({
    person: search.get("person"),
    language: search.get("language"),
  });
  const page =
    member &&
    given.success &&
    (await previewPreferences(ctx, member.workspaceId, given.data.person, given.data.language));
  return page ? framedHtml(page) : framedHtml(NOTHING, { status: 404 });
}
