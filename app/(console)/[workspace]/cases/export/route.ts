import { z } from "zod";
import { CASES_IN_BULK_MAX } from "@/core/contracts/cases";
import { paramsOf } from "@/core/filter/address";
import type { ListAddress } from "@/core/filter/list-address";
import { CaseId } from "@/core/ids";
import { findMe } from "@/db/queries/operator-person";
import { findMember, type Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";
import { csvResponse } from "@/server/http/csv";
import { caseFilter, casesAddress } from "../search-params";
import { caseLines, chosenLines } from "./case-lines";

type Context = { params: Promise<{ workspace: string }> };

const file = ({ workspace }: Member) => `cases-${workspace.slug}.csv`;
const unknown = () => new Response("There is no such workspace.", { status: 404 });

/** The list as it is filtered and ordered, as CSV. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return unknown();
  return filtered(member, casesAddress(paramsOf(new URL(request.url).search)));
}

async function filtered(member: Member, address: ListAddress): Promise<Response> {
  const { workspaceId, operatorId } = member;
  const [me, now, { zone }] = await Promise.all([
    findMe(ctx.db, workspaceId, operatorId),
    nowOf(ctx.db, workspaceId),
    viewer(member.workspace.timeZone),
  ]);
  const filter = caseFilter(address.filters, { now, viewerZone: zone, me });
  return csvResponse(file(member), caseLines(workspaceId, filter, address.sort));
}

const Chosen = z.union([
  z.object({ query: z.string().max(4_000) }),
  z.object({
    ids: z
      .string()
      .transform((text) => text.split(","))
      .pipe(z.array(CaseId).max(CASES_IN_BULK_MAX)),
  }),
]);

/** The chosen cases as CSV. Changes nothing: so many ids do not fit into an address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return unknown();
  const given = Chosen.safeParse(Object.fromEntries(await request.formData()));
  if (!given.success) return new Response("Choose cases to export.", { status: 422 });
  if ("query" in given.data) {
    const address = casesAddress(paramsOf(given.data.query));
    return filtered(member, address);
  }
  return csvResponse(file(member), chosenLines(member.workspaceId, given.data.ids));
}
