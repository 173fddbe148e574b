import "server-only";
import { parseMoment } from "@/core/calendar/zone";
import { AppError } from "@/core/errors";
import type { Instant } from "@/core/time";
import { findCase } from "@/db/queries/cases";
import { findPerson } from "@/db/queries/people";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { parseWhen } from "@/server/cases/parse-when";
import { nowOf } from "@/server/clock/clock";
import { readerOf } from "./reader-of";

/** The zone of a case's person, the workspace's where it is unknown. */
export async function zoneOfCase(member: Member, caseId: string): Promise<string> {
  const row = await findCase(ctx.db, member.workspaceId, caseId);
  const person = row && (await findPerson(ctx.db, member.workspaceId, row.personId));
  return person?.timeZone ?? member.workspace.timeZone;
}

/** A moment as a control or an operator writes it, on the clock of the case's person; refuses the rest (`invalid`). */
export async function momentOf(member: Member, caseId: string, text: string): Promise<Instant> {
  const [zone, { locale, t }] = await Promise.all([zoneOfCase(member, caseId), readerOf(member)]);
  const now = await nowOf(ctx.db, member.workspaceId);
  const at = parseMoment(text, zone) ?? parseWhen(text, { now, zone, locale });
  if (at === null) {
    const message = t("case.notAMoment");
    throw new AppError("invalid", message, { errors: [{ path: "at", message }] });
  }
  return at;
}
