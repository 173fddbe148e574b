import { z } from "zod";
import { findMember } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { framedHtml } from "@/server/http/framed-html";
import { brandActionPage, brandEmail } from "@/server/workspaces/brand-preview";

const Given = z.object({
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .nullable()
    .catch(null),
  address: z.string().max(300).nullable().catch(null),
  logoUrl: z
    .url({ protocol: /^https$/ })
    .max(2_000)
    .nullable()
    .catch(null),
});

/** What an email or an action page looks like in a brand that need not be saved yet. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string; what: string }> },
): Promise<Response> {
  const { workspace, what } = await params;
  const member = await findMember(workspace);
  if (!member) return new Response("There is no such workspace.", { status: 404 });
  const search = new URL(request.url).searchParams;
  const given = Given.parse({
    color: search.get("color"),
    address: search.get("address"),
    logoUrl: search.get("logoUrl"),
  });
  const { locale } = await viewer(member.workspace.timeZone);
  const brand = { name: member.workspace.name, ...given };
  const page = what === "email" ? brandEmail(brand, locale) : await brandActionPage(brand, locale);
  return framedHtml(page);
}
